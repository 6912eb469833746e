import type { EventKind, Incident, Report } from '../src/lib/types.ts';

/** Incidents for working on the page. Everything that happens in them is invented; the places are real. */
export type MockIncident = Incident;

type Town = [name: string, division: string, code: string, country: string, lon: number, lat: number];
const TOWNS: Town[] = [
  ['Kharkiv', 'Kharkiv Oblast', 'UA-63', 'UA', 36.23, 49.99],
  ['Shostka', 'Sumy Oblast', 'UA-59', 'UA', 33.47, 51.86],
  ['Nikopol', 'Dnipropetrovsk Oblast', 'UA-12', 'UA', 34.4, 47.57],
  ['Kherson', 'Kherson Oblast', 'UA-65', 'UA', 32.61, 46.64],
  ['Rodynske', 'Donetsk Oblast', 'UA-14', 'UA', 37.2, 48.35],
  ['Belgorod', 'Belgorod Oblast', 'RU-BEL', 'RU', 36.6, 50.6],
  ['Gaza', 'Gaza Strip', 'PS-GZA', 'PS', 34.46, 31.5],
  ['Tyre', 'South Governorate', 'LB-JA', 'LB', 35.2, 33.27],
  ['El Fasher', 'North Darfur', 'SD-DN', 'SD', 25.35, 13.63],
  ['Khartoum', 'Khartoum', 'SD-KH', 'SD', 32.53, 15.55],
  ['Goma', 'North Kivu', 'CD-NK', 'CD', 29.22, -1.68],
  ['Maiduguri', 'Borno', 'NG-BO', 'NG', 13.15, 11.85],
  ['Sittwe', 'Rakhine', 'MM-16', 'MM', 92.9, 20.15],
  ['Aleppo', 'Aleppo Governorate', 'SY-HL', 'SY', 37.16, 36.2],
  ['Marib', 'Marib', 'YE-MA', 'YE', 45.32, 15.46],
];
const SOURCES = ['Northline Wire', 'Delta Herald', 'Meridian Agency', 'Harbour Post'];
const KINDS: EventKind[] = ['strike', 'strike', 'strike', 'casualty', 'statement', 'interception', 'territory'];
const METHODS = ['DRONE', 'MISSILE', 'ARTILLERY', 'AIRSTRIKE', 'GUIDED_BOMB'];
const STATUSES = ['OCCURRED', 'OCCURRED', 'CLAIMED', 'DENIED'];
const LAST_DAY = Date.UTC(2026, 10, 24);

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function exact(best: number) {
  return { best, low: best, high: best, bound: 'EXACT', text: String(best) };
}

export function makeIncidents(howMany: number, seed: number): MockIncident[] {
  const next = random(seed);
  const choose = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  return Array.from({ length: howMany }, (_, index) => one(index, next, choose)).sort((a, b) => String(b.last_reported_at).localeCompare(String(a.last_reported_at)));
}

function one(index: number, next: () => number, choose: <T>(items: readonly T[]) => T): MockIncident {
  const kind = choose(KINDS);
  const [name, admin1, , country, lon, lat] = choose(TOWNS);
  const time = LAST_DAY - Math.floor(next() ** 2 * 110) * 86_400_000;
  const day = new Date(time).toISOString().slice(0, 10);
  const reported = new Date(time + 3_600_000 * (2 + Math.floor(next() * 20))).toISOString();
  const killed = Math.floor(next() ** 3 * 20);
  const sources = SOURCES.slice(0, 1 + Math.floor(next() * 3));
  const human = kind === 'strike' || kind === 'casualty';
  const id = `i${index}`;
  return {
    incident_id: id,
    event_type: kind,
    revision: sources.length,
    revision_status: sources.length > 1 ? 'CORRECTED' : 'NEW',
    event_ids: sources.map((_, i) => `${id}-${i}`),
    article_ids: sources.map((_, i) => `a${index}-${i}`),
    place:
      kind === 'statement'
        ? null
        : { name, admin1, country, lat: lat + (next() - 0.5) * 0.8, lon: lon + (next() - 0.5) * 0.8, precision: choose(['TOWN', 'TOWN', 'AREA', 'SITE', 'ADMIN1']) },
    date: { start: day, end: day, precision: 'DAY' },
    attacker: kind === 'strike' ? { name: 'Armed forces', country } : null,
    method: kind === 'strike' ? choose(METHODS) : null,
    target: kind === 'strike' ? { text: 'a covered market', kind: 'OTHER' } : null,
    change: kind === 'territory' ? choose(['CAPTURE', 'ADVANCE', 'WITHDRAW']) : null,
    speaker: kind === 'statement' ? { name: 'Foreign Ministry', country, role: null } : null,
    act: kind === 'statement' ? choose(['CONDEMN', 'DENY', 'DEMAND']) : null,
    targets: kind === 'statement' ? [{ name: 'Russia', country: 'RU' }] : [],
    killed: human ? exact(killed) : null,
    injured: human ? exact(killed * 2) : null,
    intercepted: kind === 'interception' ? exact(10 + killed) : null,
    launched: null,
    figures: human ? sources.map((source, i) => figure(source, i, id, reported, killed - (sources.length - 1 - i) * 2, i === sources.length - 1)) : [],
    changed: sources.length > 1 ? [{ field: 'killed', before: String(Math.max(0, killed - 2)), after: String(killed) }] : [],
    reason: 'a later figure of an official',
    known_at: reported,
    independent_sources: sources.length,
    sources,
    status: kind === 'statement' ? null : choose(STATUSES),
    first_reported_at: reported,
    last_reported_at: reported,
    confidence: 0.5 + next() / 2,
  };
}

function figure(source: string, index: number, id: string, published: string, best: number, standing: boolean) {
  return {
    outcome: 'killed',
    count: exact(Math.max(0, best)),
    said_by: index ? 'Regional governor' : null,
    authority: 'OFFICIAL',
    source,
    article_id: `a${id}-${index}`,
    published: new Date(Date.parse(published) + index * 7_200_000).toISOString(),
    standing,
    verdict: standing ? 'the latest figure of an official' : 'replaced by a later figure',
  };
}

export function reportsOf(incident: MockIncident): (Report & { sentenceStart: number })[] {
  const place = incident.place?.name ?? 'the capital';
  const start = 40;
  return incident.sources.map((source, i) => {
    const sentence = i === 1 ? `<script>alert("markup")</script> Shells hit ${place} on Tuesday.` : `Drones struck a covered market in ${place}, killing ${incident.killed?.best ?? 3} people, the governor said.`;
    const at = sentence.indexOf(place);
    return {
      ...incident,
      event_id: `${incident.incident_id}-${i}`,
      article_id: `a${i}`,
      url: `https://example.org/${incident.incident_id}/${i}`,
      source,
      published_at: incident.last_reported_at ?? null,
      evidence: [sentence],
      sentenceStart: start,
      spans: [{ field: 'place', start: start + at, end: start + at + place.length }, ...(i === 1 ? [] : [{ field: 'method', start, end: start + 6 }])],
      attribution: [{ speaker: { name: 'Regional governor' }, verb: 'said', stance: 'CONFIRMS' }],
      confidence: 0.8,
    } as Report & { sentenceStart: number };
  });
}

export const DIVISION_CODES: Record<string, string> = Object.fromEntries(TOWNS.map(([, division, code]) => [division, code]));
