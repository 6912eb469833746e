import type { EventKind } from './types';

/** The filter parameters of the API, under its names and in the order in which the page writes them. */
export const FILTERS = [
  'q',
  'event_type',
  'datetime',
  'bbox',
  'country',
  'admin1',
  'actor',
  'target',
  'speaker',
  'method',
  'source',
  'min_killed',
  'min_injured',
  'min_confidence',
  'status',
  'updated_since',
  'as_of',
] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filter = Partial<Record<FilterName, string>>;

/** What else the address of the page carries: how things are shown, never what is found. */
export const SHOWN = ['view', 'map', 'metric', 'bucket', 'sort', 'tab', 'incident', 'live', 'follow', 'theme', 'embed'] as const;
export type ShownName = (typeof SHOWN)[number];
export type Shown = Partial<Record<ShownName, string>>;

export interface PageAddress {
  filter: Filter;
  shown: Shown;
}

function pick<N extends string>(names: readonly N[], parameters: URLSearchParams): Partial<Record<N, string>> {
  const picked: Partial<Record<N, string>> = {};
  for (const name of names) {
    const value = parameters.get(name)?.trim();
    if (value) picked[name] = value;
  }
  return picked;
}

export function readAddress(search: string): PageAddress {
  const parameters = new URLSearchParams(search);
  return { filter: pick(FILTERS, parameters), shown: pick(SHOWN, parameters) };
}

/** Query string for the values that are set, names in their fixed order; commas, slashes and colons stay readable. */
export function writeQuery(values: Record<string, string | undefined>, order: readonly string[] = Object.keys(values)): string {
  return order
    .filter((name) => values[name])
    .map((name) => `${name}=${encodeURIComponent(values[name] ?? '').replace(/%2C/g, ',').replace(/%2F/g, '/').replace(/%3A/g, ':')}`)
    .join('&');
}

export function writeAddress(address: PageAddress): string {
  const query = writeQuery({ ...address.filter, ...address.shown }, [...FILTERS, ...SHOWN]);
  return query ? `?${query}` : '';
}

export function without(filter: Filter, ...names: FilterName[]): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => !names.includes(name as FilterName))) as Filter;
}

export function list(value: string | undefined): string[] {
  return value ? value.split(',').filter(Boolean) : [];
}

/** The list with one item added or taken away; undefined where nothing is left. */
export function toggled(value: string | undefined, item: string): string | undefined {
  const items = list(value);
  const next = items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
  return next.length ? next.join(',') : undefined;
}

export interface Days {
  from?: string;
  to?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}/;

/** First and last day of an interval as date inputs show it; an end that is open or a duration stays empty. */
export function daysOf(datetime: string | undefined): Days {
  if (!datetime) return {};
  const [from = '', to = from] = datetime.split('/');
  const days: Days = {};
  if (DAY.test(from)) days.from = from.slice(0, 10);
  if (DAY.test(to)) days.to = to.slice(0, 10);
  return days;
}

export function datetimeOf({ from, to }: Days): string | undefined {
  if (!from && !to) return undefined;
  return from === to ? from : `${from || '..'}/${to || '..'}`;
}

export type Bounds = [west: number, south: number, east: number, north: number];

export function boundsOf(bbox: string | undefined): Bounds | undefined {
  const numbers = bbox?.split(',').map(Number) ?? [];
  return numbers.length === 4 && numbers.every(Number.isFinite) ? (numbers as Bounds) : undefined;
}

function wrapped(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}

/** A bbox as the API takes it: longitudes within -180 to 180, west greater than east where it crosses the antimeridian. */
export function bboxOf([west, south, east, north]: Bounds): string {
  const round = (degrees: number) => String(Math.round(degrees * 1000) / 1000);
  const whole = east - west >= 360;
  const [w, e] = whole ? [-180, 180] : [wrapped(west), wrapped(east)];
  return [w, Math.max(south, -90), e, Math.min(north, 90)].map(round).join(',');
}

/** Bounds that a map can show: east made greater than west. */
export function unwrapped([west, south, east, north]: Bounds): Bounds {
  return [west, south, west > east ? east + 360 : east, north];
}

/** Whether a point lies within bounds as the API takes them. */
export function contains([west, south, east, north]: Bounds, [lon, lat]: readonly [number, number]): boolean {
  const inside = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
  return inside && lat >= south && lat <= north;
}

export const KIND_NAMES: readonly EventKind[] = ['strike', 'casualty', 'interception', 'territory', 'statement'];
