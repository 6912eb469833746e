import { page } from './api';

const TYPES: Record<string, string> = { csv: 'text/csv', geojson: 'application/geo+json', ndjson: 'application/x-ndjson' };

/** Hands a file to the browser to save. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Fetches every page of an export and saves them as one file.
 *
 * @param first address of the first page
 * @param progress told the number of items after each page
 * @throws ApiProblem where a page is refused
 */
export async function saveAll(first: string, format: 'csv' | 'geojson' | 'ndjson', progress: (done: number) => void): Promise<void> {
  const pages: string[] = [];
  let done = 0;
  for (let next: string | undefined = first; next; ) {
    const part: { text: string; next?: string } = await page(next);
    pages.push(part.text);
    done += format === 'geojson' ? (JSON.parse(part.text) as { features: unknown[] }).features.length : lines(part.text, format);
    progress(done);
    next = part.next;
  }
  download(new Blob([joined(pages, format)], { type: TYPES[format] ?? '' }), `tocsin-incidents.${format}`);
}

/**
 * Fetches one answer as it is and saves it: what a link cannot do where the server wants a token.
 *
 * @throws ApiProblem where it is refused
 */
export async function saveOne(path: string, type: string, name: string): Promise<void> {
  download(new Blob([(await page(path)).text], { type }), name);
}

function lines(text: string, format: string): number {
  return text.split('\n').filter(Boolean).length - (format === 'csv' ? 1 : 0);
}

/** Pages of one format as one document: one head of columns, one collection. */
export function joined(pages: readonly string[], format: 'csv' | 'geojson' | 'ndjson'): string {
  if (format === 'csv') return pages.map((text, i) => (i ? text.slice(text.indexOf('\n') + 1) : text)).join('');
  if (format === 'ndjson') return pages.map((text) => (text.endsWith('\n') || !text ? text : `${text}\n`)).join('');
  const collections = pages.map((text) => JSON.parse(text) as { features: unknown[] });
  const features = collections.flatMap((collection) => collection.features);
  return JSON.stringify({ type: 'FeatureCollection', numberMatched: features.length, numberReturned: features.length, features });
}
