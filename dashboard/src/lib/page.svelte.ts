import { type Filter, type FilterName, type Shown, type ShownName, readAddress, writeAddress } from './filter';

/**
 * What the page shows, held in its address: reading the address gives the state, changing the state writes the address.
 * Every change is one step of the browser's history, except that moves of the map which follow closely on one another are one step.
 */
class Page {
  filter = $state.raw<Filter>({});
  shown = $state.raw<Shown>({});
  #lastMove = 0;

  constructor() {
    this.#read();
    window.addEventListener('popstate', () => this.#read());
  }

  #read(): void {
    const { filter, shown } = readAddress(location.search);
    this.filter = filter;
    this.shown = shown;
  }

  /** The query string of the present state with some of it changed; for links. */
  link(shown: Shown, filter: Filter = {}): string {
    return writeAddress({ filter: { ...this.filter, ...filter }, shown: { ...this.shown, ...shown } }) || '/';
  }

  /** Changes the filter; undefined takes a parameter away. The open incident stays open. */
  narrow(changes: Partial<Record<FilterName, string | undefined>>): void {
    this.#write({ ...this.filter, ...changes } as Filter, this.shown, 'push');
  }

  /** Changes the filter to the part of the world that the map shows. */
  move(bbox: string | undefined): void {
    if (bbox === this.filter.bbox) return;
    const now = performance.now();
    const step = now - this.#lastMove < 1500 ? 'replace' : 'push';
    this.#lastMove = now;
    this.#write({ ...this.filter, bbox } as Filter, this.shown, step);
  }

  clear(): void {
    this.#write({}, this.shown, 'push');
  }

  show(changes: Partial<Record<ShownName, string | undefined>>, step: 'push' | 'replace' = 'push'): void {
    this.#write(this.filter, { ...this.shown, ...changes } as Shown, step);
  }

  #write(filter: Filter, shown: Shown, step: 'push' | 'replace'): void {
    const target = writeAddress({ filter, shown });
    if (target !== location.search) {
      if (step === 'push') history.pushState(null, '', target || location.pathname);
      else history.replaceState(null, '', target || location.pathname);
    }
    const read = readAddress(target);
    // the same object where nothing changed, so that nothing is fetched again
    if (JSON.stringify(read.filter) !== JSON.stringify(this.filter)) this.filter = read.filter;
    if (JSON.stringify(read.shown) !== JSON.stringify(this.shown)) this.shown = read.shown;
  }
}

export const page = new Page();
