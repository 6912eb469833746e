import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** One row of the table of events in docs/accuracy.md. Shares are 0 to 1. */
export interface AccuracyRow {
  type: string;
  gold: number;
  found: [precision: number, recall: number, f1: number];
  right: [precision: number, recall: number, f1: number];
}

export interface Accuracy {
  documents: number;
  events: number;
  rows: AccuracyRow[];
  macroFound: number;
  macroRight: number;
}

const MODULE = 'virtual:accuracy';
const DOCUMENT = fileURLToPath(new URL('../../docs/accuracy.md', import.meta.url));

/**
 * Reads the figures out of the text of docs/accuracy.md.
 *
 * @throws Error where the document no longer has the table, so that the page never shows old or no figures
 */
export function readAccuracy(markdown: string): Accuracy {
  const size = /^\s*(\d+) documents, (\d+) events\s*$/m.exec(markdown);
  const macro = /^\s*macro F1 found ([\d.]+) right ([\d.]+)/m.exec(markdown);
  const number = '\\s+([\\d.]+)';
  const line = new RegExp(`^ {4}([A-Z]{2,})${number.repeat(7)}\\s`, 'gm');
  const rows = [...markdown.matchAll(line)].map((match): AccuracyRow => {
    const [gold = NaN, fp = NaN, fr = NaN, ff = NaN, rp = NaN, rr = NaN, rf = NaN] = match.slice(2, 9).map(Number);
    return { type: (match[1] ?? '').toLowerCase(), gold, found: [fp, fr, ff], right: [rp, rr, rf] };
  });
  if (!size || !macro || rows.length !== 5) {
    throw new Error(`docs/accuracy.md: expected "N documents, N events", five rows of types and "macro F1 found ..."; found ${rows.length} rows`);
  }
  return {
    documents: Number(size[1]),
    events: Number(size[2]),
    rows,
    macroFound: Number(macro[1]),
    macroRight: Number(macro[2]),
  };
}

/** The module `virtual:accuracy`: the figures of docs/accuracy.md as they are when the page is built. */
export function accuracyTable(): Plugin {
  return {
    name: 'tocsin-accuracy',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      this.addWatchFile(DOCUMENT);
      return `export default ${JSON.stringify(readAccuracy(readFileSync(DOCUMENT, 'utf8')))};`;
    },
  };
}
