import { address } from './api';
import { type Filter } from './filter';

export type LiveState = 'off' | 'connecting' | 'connected' | 'reconnecting' | 'paused';

const AGAIN_MS = 10_000;

/** Announces changes of the incidents that meet the filter; they are shown when whoever reads wants them. */
class Live {
  connection = $state<LiveState>('off');
  /** Incidents that came or changed since the page was last filled. */
  changed = $state.raw<ReadonlySet<string>>(new Set());
  #source: EventSource | undefined;
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
    const source = new EventSource(address('/v1/stream', filter, { collection: 'incidents', last_event_id: this.#lastId }));
    this.#source = source;
    source.addEventListener('open', () => (this.connection = 'connected'));
    source.addEventListener('error', () => {
      this.connection = 'reconnecting';
      // a refusal ends the source for good, a cut connection does not
      if (source.readyState === EventSource.CLOSED) this.#again = setTimeout(() => this.listen(filter), AGAIN_MS);
    });
    source.addEventListener('hello', (message) => (this.#lastId = message.lastEventId || this.#lastId));
    for (const kind of ['upsert', 'delete']) source.addEventListener(kind, (message) => this.#take(message as MessageEvent<string>));
  }

  #take(message: MessageEvent<string>): void {
    this.#lastId = message.lastEventId || this.#lastId;
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
    this.#source?.close();
    this.#source = undefined;
  }
}

export const live = new Live();
