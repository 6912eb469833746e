import type { AggregateRow } from '../lib/types';

/** Colours of divisions by their value, in classes of about equal size. */
export interface Shading {
  /** By ISO 3166-2 code. */
  colors: Map<string, string>;
  classes: { from: number; to: number; color: string }[];
}

/** Cuts the values into at most as many classes as there are colours; equal values are never in two classes. */
export function shadingOf(rows: readonly AggregateRow[], palette: readonly string[]): Shading {
  const valued = rows.flatMap((row) => (row.admin1 && row.value > 0 ? [{ code: row.admin1, value: row.value }] : []));
  const sorted = valued.map((row) => row.value).sort((a, b) => a - b);
  const steps = Math.min(palette.length, new Set(sorted).size);
  const limits = [...new Set(Array.from({ length: steps }, (_, i) => sorted[Math.floor((i * sorted.length) / steps)] ?? 0))];
  const colorAt = (index: number) => palette[palette.length - limits.length + index] ?? '';
  const classes = limits.map((from, i) => {
    const next = limits[i + 1];
    const to = next === undefined ? (sorted.at(-1) ?? from) : Math.max(...sorted.filter((value) => value < next));
    return { from, to, color: colorAt(i) };
  });
  const colors = new Map<string, string>();
  for (const { code, value } of valued) {
    const found = classes.findLast((one) => value >= one.from);
    if (found) colors.set(code, found.color);
  }
  return { colors, classes };
}
