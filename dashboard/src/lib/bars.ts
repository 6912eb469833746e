import { KIND_NAMES } from './filter';
import type { AggregateRow, EventKind } from './types';

export type Bucket = 'day' | 'week' | 'month';
export const BUCKETS: readonly Bucket[] = ['day', 'week', 'month'];

/** A histogram: one bar a bucket without gaps, each cut by type of event. */
export interface Bars {
  bucket: Bucket;
  /** First day of each bucket, ascending. */
  days: string[];
  counts: Record<EventKind, number[]>;
  /** What was left out because it lies before the first bar. */
  earlier: number;
}

/** How fine the bars are, and from which day they are asked for; from the first event where there is none. */
export interface Choice {
  bucket: Bucket;
  since?: string;
  /** Events before that day. */
  earlier: number;
}

const DAY_MS = 86_400_000;
const SPAN_DAYS: Record<Bucket, number> = { day: 150, week: 2 * 364, month: Number.POSITIVE_INFINITY };

const ms = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** First day of the bucket of a label such as 2026-11-17, 2026-11, 2026-W47 or an instant; undefined where it is no time. */
export function firstDay(label: string | null | undefined): string | undefined {
  if (!label) return undefined;
  const week = /^(\d{4})-W(\d{2})$/.exec(label);
  if (week) {
    const january4 = Date.UTC(Number(week[1]), 0, 4);
    const monday = january4 - ((new Date(january4).getUTCDay() + 6) % 7) * DAY_MS;
    return dayOf(monday + (Number(week[2]) - 1) * 7 * DAY_MS);
  }
  if (/^\d{4}$/.test(label)) return `${label}-01-01`;
  if (/^\d{4}-\d{2}$/.test(label)) return `${label}-01`;
  return /^\d{4}-\d{2}-\d{2}/.test(label) ? label.slice(0, 10) : undefined;
}

export function lastDay(day: string, bucket: Bucket): string {
  return dayOf(ms(following(day, bucket)) - DAY_MS);
}

function following(day: string, bucket: Bucket): string {
  const date = new Date(ms(day));
  if (bucket === 'month') date.setUTCMonth(date.getUTCMonth() + 1);
  else date.setUTCDate(date.getUTCDate() + (bucket === 'week' ? 7 : 1));
  return dayOf(date.getTime());
}

/** Monday of the week, first of the month, or the day itself. */
export function startOf(day: string, bucket: Bucket): string {
  if (bucket === 'month') return `${day.slice(0, 7)}-01`;
  if (bucket === 'day') return day;
  return dayOf(ms(day) - ((new Date(ms(day)).getUTCDay() + 6) % 7) * DAY_MS);
}

/**
 * The finest bucket whose span holds nine tenths of the events, and the day from which it is drawn; months are drawn from the first.
 *
 * @param months rows by month
 * @param wanted a bucket that was chosen by hand
 */
export function bucketFor(months: readonly AggregateRow[], wanted: string | undefined): Choice {
  const rows = months.flatMap((row) => {
    const day = firstDay(row.bucket);
    return day ? [{ day, events: row.events }] : [];
  });
  const newest = rows.reduce((latest, row) => (row.day > latest ? row.day : latest), '');
  if (!newest) return { bucket: 'month', earlier: 0 };
  const end = ms(following(newest, 'month'));
  const total = rows.reduce((sum, row) => sum + row.events, 0);
  for (const bucket of BUCKETS) {
    if (wanted && BUCKETS.includes(wanted as Bucket) && bucket !== wanted) continue;
    if (bucket === 'month') break;
    const since = startOf(dayOf(end - SPAN_DAYS[bucket] * DAY_MS), bucket);
    const held = rows.filter((row) => following(row.day, 'month') > since).reduce((sum, row) => sum + row.events, 0);
    if (wanted || held >= 0.9 * total) return { bucket, since, earlier: total - held };
  }
  return { bucket: 'month', earlier: 0 };
}

/** Bars out of flat rows; buckets without rows are zero, rows of unknown types or without a time are left out. */
export function barsOf(rows: readonly AggregateRow[], bucket: Bucket, earlier = 0): Bars {
  const cells = rows.flatMap((row) => {
    const day = firstDay(row.bucket);
    return day && row.event_type && KIND_NAMES.includes(row.event_type) ? [{ day, kind: row.event_type, events: row.events }] : [];
  });
  const days: string[] = [];
  const first = cells.reduce((min, cell) => (min === '' || cell.day < min ? cell.day : min), '');
  const last = cells.reduce((max, cell) => (cell.day > max ? cell.day : max), '');
  for (let day = first; day && day <= last; day = following(day, bucket)) days.push(day);
  const index = new Map(days.map((day, i) => [day, i]));
  const counts = Object.fromEntries(KIND_NAMES.map((kind) => [kind, days.map(() => 0)])) as Record<EventKind, number[]>;
  for (const cell of cells) {
    const at = index.get(cell.day);
    const of = counts[cell.kind];
    if (at !== undefined) of[at] = (of[at] ?? 0) + cell.events;
  }
  return { bucket, days, counts, earlier };
}

/** The interval from the bucket that holds one day to that which holds another, as the API takes it. */
export function intervalOf(from: string, to: string, bucket: Bucket): string {
  const start = startOf(from < to ? from : to, bucket);
  const end = lastDay(startOf(from < to ? to : from, bucket), bucket);
  return start === end ? start : `${start}/${end}`;
}
