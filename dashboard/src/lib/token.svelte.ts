const KEY = 'tocsin.token';

/**
 * - open: nobody asked for a token yet
 * - needed: the server asks for one
 * - wrong: that which was given is not good, or no longer
 * - narrow: it is good, but not for reading
 * - held: one is kept and sent
 */
export type TokenState = 'open' | 'needed' | 'wrong' | 'narrow' | 'held';

function kept(): string | undefined {
  return globalThis.sessionStorage?.getItem(KEY) ?? undefined;
}

/**
 * The token that is sent to the server with every question. It is kept until the tab is closed, in no address and no cookie, so that
 * neither other tabs nor other pages have it.
 */
class Token {
  #value = $state.raw<string | undefined>(kept());
  state = $state<TokenState>(kept() ? 'held' : 'open');

  /** Headers of a question to the server. */
  headers(): Record<string, string> {
    return this.#value === undefined ? {} : { Authorization: `Bearer ${this.#value}` };
  }

  get held(): boolean {
    return this.#value !== undefined;
  }

  keep(value: string): void {
    sessionStorage.setItem(KEY, value);
    this.#value = value;
    this.state = 'held';
  }

  forget(): void {
    this.#drop();
    this.state = 'needed';
  }

  #drop(): void {
    sessionStorage.removeItem(KEY);
    this.#value = undefined;
  }

  /** Told of each refusal for want of a right: 401 or 403. */
  refused(status: 401 | 403): void {
    if (status === 403) this.state = 'narrow';
    else if (this.held) {
      // each further try would count as a guess
      this.#drop();
      this.state = 'wrong';
    } else if (this.state !== 'wrong') this.state = 'needed';
  }
}

export const token = new Token();

/** What a text is tried with: a question that needs the scope read and costs little. */
const TRIED = '/v1/events?limit=1&fields=event_id';

/** What is wrong with a token, in words for whoever typed it; undefined where it is good for reading. */
export async function fault(value: string): Promise<string | undefined> {
  // a header takes no other characters, and no token has them
  if (!/^[\x21-\x7e]+$/.test(value)) return 'A token has neither spaces nor letters with accents: something else was pasted.';
  let status: number;
  try {
    status = (await fetch(TRIED, { headers: { Accept: 'application/json', Authorization: `Bearer ${value}` } })).status;
  } catch {
    return 'The server cannot be reached.';
  }
  if (status === 401) return 'This token is not good: it is misspelt or was withdrawn.';
  if (status === 403) return 'This token is not for reading: ask for one with the scope read.';
  if (status === 429) return 'There were too many wrong tokens from here: wait some seconds.';
  return undefined;
}
