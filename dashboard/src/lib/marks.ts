import type { Span } from './types';

/** A stretch of text with the names of the fields that were read from it; none where it is plain. */
export interface Segment {
  text: string;
  fields: string[];
}

/**
 * Cuts a text at the ends of its spans, so that overlapping and nested spans can be shown one after the other.
 * Spans outside of the text are cut to it; empty ones are dropped. The segments joined are the text.
 */
export function segments(text: string, spans: readonly Span[]): Segment[] {
  const inside = spans
    .map((span) => ({ field: span.field, start: Math.max(0, span.start), end: Math.min(text.length, span.end) }))
    .filter((span) => span.start < span.end);
  const cuts = [...new Set([0, text.length, ...inside.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
  const parts: Segment[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i] ?? 0;
    const end = cuts[i + 1] ?? 0;
    const fields = [...new Set(inside.filter((span) => span.start <= start && span.end >= end).map((span) => span.field))];
    const last = parts.at(-1);
    if (last && last.fields.join() === fields.join()) last.text += text.slice(start, end);
    else parts.push({ text: text.slice(start, end), fields });
  }
  return parts;
}
