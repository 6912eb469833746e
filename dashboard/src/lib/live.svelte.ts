import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { address, ApiProblem, checked } from './api';
import { type Filter } from './filter';

export type LiveState = 'off' | 'connecting' | 'connected' | 'reconnecting' | 'paused';

/** After a cut connection. */
const SOON_MS = 3_000;
/** After a refusal. */
const AGAIN_MS = 10_000;

/**
 * Announces changes of the incidents that meet the filter; they are shown when whoever reads wants them. The stream is read with
 * fetch, since the browser's own EventSource can show no token.
 */
class Live {
  connection = $state<LiveState>('off');
  /** Incidents that came or changed since the page was last filled. */
  changed = $state.raw<ReadonlySet<string>>(new Set());
  #reading: AbortController | undefined;
  #lastId: string | undefined;
  #filter = '';
  #again: ReturnType<typeof setTimeout> | undefined;

  /** Listens under a filter; a filter other than before begins with what comes now. */
  listen(filter: Filter): void {
    const key = JSON.stringify(filter);
    if (key !== this.#filter) {
      this.#lastId = undefined;
      this.changed = new Set();
    }
    this.#filter = key;
    this.#close();
    this.connection = 'connecting';
    const reading = new AbortController();
    this.#reading = reading;
    void this.#follow(filter, reading.signal);
  }

  async #follow(filter: Filter, signal: AbortSignal): Promise<void> {
    let pause = SOON_MS;
    try {
      await this.#read(filter, signal);
    } catch (cause) {
      if (cause instanceof ApiProblem && cause.status) pause = (cause.retryAfter ?? 0) * 1000 || AGAIN_MS;
    }
    if (signal.aborted) return;
    this.connection = 'reconnecting';
    this.#again = setTimeout(() => this.listen(filter), pause);
  }

  async #read(filter: Filter, signal: AbortSignal): Promise<void> {
    const path = address('/v1/stream', filter, { collection: 'incidents', last_event_id: this.#lastId });
    const { body } = await checked(path, { signal, headers: { Accept: 'text/event-stream' }, cache: 'no-store' });
    if (!body) return;
    this.connection = 'connected';
    const parser = createParser({ onEvent: (message) => this.#take(message) });
    const chunks = body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await chunks.read(); !part.done; part = await chunks.read()) {
      if (signal.aborted) return;
      parser.feed(part.value);
    }
  }

  #take(message: EventSourceMessage): void {
    this.#lastId = message.id || this.#lastId;
    if (message.event !== 'upsert' && message.event !== 'delete') return;
    const { id } = JSON.parse(message.data) as { id?: string };
    if (id) this.changed = new Set([...this.changed, id]);
  }

  /** Stops listening; resumes later where it stopped. */
  pause(): void {
    this.#close();
    this.connection = 'paused';
  }

  stop(): void {
    this.#close();
    this.connection = 'off';
  }

  shown(): void {
    this.changed = new Set();
  }

  #close(): void {
    clearTimeout(this.#again);
    this.#reading?.abort();
    this.#reading = undefined;
  }
}

export const live = new Live();
