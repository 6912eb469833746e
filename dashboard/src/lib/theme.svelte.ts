import { page } from './page.svelte';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const KEPT = 'tocsin.theme';

/** Light or dark: what the address says, else what was chosen before, else what the system prefers. */
class Theme {
  #system = $state(dark.matches ? 'dark' : 'light');
  #chosen = $state(read());

  constructor() {
    dark.addEventListener('change', () => (this.#system = dark.matches ? 'dark' : 'light'));
  }

  get name(): 'light' | 'dark' {
    const name = page.shown.theme ?? this.#chosen ?? this.#system;
    return name === 'dark' ? 'dark' : 'light';
  }

  toggle(): void {
    this.#chosen = this.name === 'dark' ? 'light' : 'dark';
    write(this.#chosen);
    if (page.shown.theme) page.show({ theme: undefined }, 'replace');
  }
}

/** Storage is refused in some embedded pages; then the choice lasts as long as the page. */
function read(): string | undefined {
  try {
    return localStorage.getItem(KEPT) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(name: string): void {
  try {
    localStorage.setItem(KEPT, name);
  } catch {
    // refused: see above
  }
}

export const theme = new Theme();
