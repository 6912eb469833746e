import { ApiProblem } from './api';

/**
 * The latest answer to a question that changes: a newer question aborts the older one, so answers never overtake each other,
 * and the answer before stays in sight until the next is there. Asks again by itself where the server says that it starts up.
 */
export class Loader<T> {
  data = $state.raw<T | undefined>(undefined);
  error = $state.raw<ApiProblem | undefined>(undefined);
  loading = $state(false);
  #abort: AbortController | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;

  /** Asks at once. */
  async ask(question: (signal: AbortSignal) => Promise<T>): Promise<void> {
    this.stop();
    const abort = new AbortController();
    this.#abort = abort;
    this.loading = true;
    try {
      const data = await question(abort.signal);
      if (abort.signal.aborted) return;
      this.data = data;
      this.error = undefined;
    } catch (cause) {
      if (abort.signal.aborted) return;
      this.error = cause instanceof ApiProblem ? cause : new ApiProblem(0, cause instanceof Error ? cause.message : String(cause));
      if (this.error.retryAfter) this.#retry = setTimeout(() => void this.ask(question), this.error.retryAfter * 1000);
    }
    this.loading = false;
  }

  /** Drops the question that is under way. */
  stop(): void {
    this.#abort?.abort();
    clearTimeout(this.#retry);
    this.loading = false;
  }
}

/** Calls a function when no further call came for some milliseconds. */
export function settled<A extends unknown[]>(wait: number, call: (...args: A) => void): (...args: A) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...args), wait);
  };
}

/** Calls a function at once; of calls that follow one another within some milliseconds, only the first and the last. */
export function firstAndLast(wait: number, call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const rest = () => {
    timer = undefined;
    if (!again) return;
    again = false;
    call();
  };
  return () => {
    again = timer !== undefined;
    clearTimeout(timer);
    timer = setTimeout(rest, wait);
    if (!again) call();
  };
}
