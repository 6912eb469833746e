import type { Actor, Count, EventTime, Incident, Place, Report } from './types';
import { kindOf } from './kinds';

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const NUMBER = new Intl.NumberFormat('en-GB');
const COMPACT = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
  timeZone: 'UTC',
});

export const number = (value: number): string => NUMBER.format(value);
export const compact = (value: number): string => COMPACT.format(value);

export function countryName(code: string | null | undefined): string {
  if (!code) return '';
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return REGIONS.of(code) ?? code;
}

export function dayText(day: string): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : DAY.format(date);
}

export function timeText(instant: string | null | undefined): string {
  if (!instant) return 'time unknown';
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : `${TIME.format(date)} UTC`;
}

export function whenText(date: EventTime | null | undefined): string {
  if (!date) return 'date not given';
  return date.start === date.end ? dayText(date.start) : `${dayText(date.start)} to ${dayText(date.end)}`;
}

/** A figure as its bound means it: "at least 7", "about 20", "7 to 9", "dozens". */
export function countText(count: Count | null | undefined): string {
  if (!count) return '';
  const { best, low, high } = count;
  if (best === null || best === undefined) {
    if (low != null && high != null) return `${number(low)} to ${number(high)}`;
    if (low != null) return `at least ${number(low)}`;
    if (high != null) return `up to ${number(high)}`;
    return count.text ?? 'some';
  }
  const words: Record<string, string> = { AT_LEAST: 'at least ', AT_MOST: 'up to ', ABOUT: 'about ' };
  const prefix = words[count.bound ?? ''] ?? '';
  const spread = low != null && high != null && low !== high && prefix === '' ? ` (${number(low)} to ${number(high)})` : '';
  return prefix + number(best) + spread;
}

/** The number that stands for a figure where only one fits: best, else low, else high. */
export function countNumber(count: Count | null | undefined): number | undefined {
  return count?.best ?? count?.low ?? count?.high ?? undefined;
}

export function placeText(place: Place | null | undefined): string {
  if (!place) return '';
  const parts = [place.name];
  if (place.admin1 && place.admin1 !== place.name) parts.push(place.admin1);
  const country = countryName(place.country);
  if (country && country !== place.name) parts.push(country);
  return parts.join(', ');
}

const PRECISION: Record<string, string> = {
  SITE: 'a named building or facility',
  TOWN: 'a populated place; the dot is its centre',
  AREA: 'a district, river or other area; the dot is approximate',
  ADMIN1: 'only the first-order division is known; the dot is in its middle',
  COUNTRY: 'only the country is known; the dot is in its middle',
};

export function precisionText(place: Place | null | undefined): string {
  if (!place) return 'no place is given';
  const text = PRECISION[place.precision] ?? 'precision unknown';
  return place.lat == null || place.lon == null ? `${text.split(';')[0]}; without coordinates, so not on the map` : text;
}

/** A word from an enumeration in running text: GUIDED_BOMB to "guided bomb". */
export function words(symbol: string | null | undefined): string {
  if (!symbol) return '';
  if (symbol === 'IED') return 'IED';
  return symbol.toLowerCase().replace(/_/g, ' ');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const STATUS: Record<string, string> = {
  OCCURRED: 'Occurred',
  CLAIMED: 'Claimed',
  DENIED: 'Denied',
  THREATENED: 'Threatened',
  PLANNED: 'Planned',
  HYPOTHETICAL: 'Hypothetical',
  HISTORICAL: 'Historical',
};

export function statusText(status: string | null | undefined): string {
  return STATUS[status ?? ''] ?? 'Unknown';
}

export function actorText(actor: Actor | null | undefined): string {
  if (!actor) return '';
  const office = [actor.role, actor.organization].filter(Boolean).join(', ');
  return office ? `${actor.name} (${office})` : actor.name;
}

const CHANGES: Record<string, string> = {
  CAPTURE: 'Capture of',
  ADVANCE: 'Advance at',
  WITHDRAW: 'Withdrawal from',
  RECAPTURE: 'Recapture of',
  BESIEGE: 'Siege of',
};

const ACTS: Record<string, string> = {
  ACCUSE: 'accuses',
  CONDEMN: 'condemns',
  REJECT: 'rejects',
  DENY: 'denies',
  DEMAND: 'makes a demand',
  THREATEN: 'threatens',
  PROPOSE: 'makes a proposal',
  PROMISE: 'makes a promise',
  SUPPORT: 'supports',
  AGREE: 'agrees',
  ANNOUNCE: 'announces',
  COMMENT: 'comments',
};
const TAKES_OBJECT = new Set(['ACCUSE', 'CONDEMN', 'REJECT', 'THREATEN', 'SUPPORT']);

function statementTitle(item: Pick<Incident, 'speaker' | 'act' | 'targets'>): string {
  const act = item.act ?? '';
  const names = (item.targets ?? []).map((target) => target.name).join(', ');
  const object = names ? (TAKES_OBJECT.has(act) ? ` ${names}` : `, to ${names}`) : '';
  return `${item.speaker?.name ?? 'A speaker'} ${ACTS[act] ?? 'speaks'}${object}`;
}

type Titled = Partial<Omit<Incident, 'event_type'>> & Pick<Incident, 'event_type'>;

/** One line that says what happened and where. */
export function title(item: Titled): string {
  if (item.event_type === 'statement') return statementTitle(item);
  const where = placeText(item.place) || 'unknown place';
  const at = item.place?.precision === 'TOWN' || item.place?.precision === 'SITE' || !item.place ? ` in ${where}` : `, ${where}`;
  if (item.event_type === 'territory') return `${CHANGES[item.change ?? ''] ?? 'Change at'} ${where}`;
  if (item.event_type === 'interception') {
    const shot = countText(item.intercepted);
    return `Interception${shot ? ` of ${shot}` : ''}${at}`;
  }
  if (item.event_type === 'strike') return `${item.method ? `${capital(words(item.method))}${METHOD_IS_ACT.has(item.method) ? '' : ' strike'}` : 'Strike'}${at}`;
  return `${kindOf(item.event_type).label}${at}`;
}
const METHOD_IS_ACT = new Set(['AIRSTRIKE', 'SUICIDE_BOMBING', 'SHOOTING', 'GROUND_ASSAULT', 'SABOTAGE', 'ARSON', 'EXPLOSION_UNSPECIFIED']);

/** The event of one article in the words that an incident has. */
export function reportTitle(report: Report): string {
  return title({
    ...report,
    attacker: report.attacker ?? report.by ?? report.actor ?? null,
    intercepted: report.count ?? null,
  } as Titled);
}

/** The figures of an item, in the order of their weight. */
export function figures(item: Partial<Incident>): { name: string; text: string }[] {
  return (['killed', 'injured', 'missing', 'captured', 'displaced', 'intercepted', 'launched'] as const)
    .filter((name) => item[name])
    .map((name) => ({ name, text: countText(item[name]) }));
}

/** An address that a link may lead to; undefined for anything but http and https. */
export function safeUrl(url: string | null | undefined): string | undefined {
  if (!url) return undefined;
  try {
    const parsed = new URL(url);
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : undefined;
  } catch {
    return undefined;
  }
}

export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${Math.round(milliseconds / 60_000)} min`;
}
