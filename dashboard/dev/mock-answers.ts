import { boundsOf, contains, daysOf } from '../src/lib/filter.ts';
import type { AggregateRow, ChangeRow } from '../src/lib/types.ts';
import { DIVISION_CODES, type MockIncident } from './mock-data.ts';

const killed = (incident: MockIncident) => incident.killed?.best ?? 0;

/** The incidents that meet the parameters of the filter which the page's own controls set. */
export function matching(incidents: MockIncident[], parameters: URLSearchParams): MockIncident[] {
  const has = (name: string, value: string | null | undefined) => !parameters.get(name) || (!!value && parameters.get(name)?.split(',').includes(value));
  const box = boundsOf(parameters.get('bbox') ?? undefined);
  const { from, to } = daysOf(parameters.get('datetime') ?? undefined);
  const q = parameters.get('q')?.toLowerCase();
  return incidents.filter((incident) => {
    const { lat, lon } = incident.place ?? {};
    return (
      has('event_type', incident.event_type) &&
      has('country', incident.place?.country ?? incident.speaker?.country) &&
      has('method', incident.method) &&
      has('status', incident.status) &&
      has('admin1', DIVISION_CODES[incident.place?.admin1 ?? '']) &&
      killed(incident) >= Number(parameters.get('min_killed') ?? 0) &&
      (!box || (lat != null && lon != null && contains(box, [lon, lat]))) &&
      (!from || (incident.date?.start ?? '') >= from) &&
      (!to || (incident.date?.start ?? '') <= to) &&
      (!q || JSON.stringify(incident).toLowerCase().includes(q))
    );
  });
}

function bucketOf(day: string, bucket: string): string {
  if (bucket === 'month') return `${day.slice(0, 7)}-01`;
  const date = new Date(`${day}T00:00:00Z`);
  if (bucket === 'week') date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

function groupOf(incident: MockIncident, dimension: string, zoom: number): Partial<AggregateRow> | undefined {
  const place = incident.place;
  if (dimension === 'event_type') return { event_type: incident.event_type };
  if (dimension === 'country') return { country: place?.country ?? incident.speaker?.country ?? null };
  if (!place || place.lat == null || place.lon == null) return undefined;
  if (dimension === 'admin1') return { admin1: DIVISION_CODES[place.admin1 ?? ''] ?? null, name: place.admin1 ?? null };
  const size = 360 / 2 ** (zoom + 2);
  return { cell: `${zoom + 2}/${Math.floor(place.lon / size)}/${Math.floor(place.lat / size)}` };
}

export function aggregate(found: MockIncident[], parameters: URLSearchParams): AggregateRow[] {
  const bucket = parameters.get('bucket') ?? 'all';
  const dimensions = parameters.get('group_by')?.split(',') ?? [];
  const metric = parameters.get('metric') ?? 'events';
  const rows = new Map<string, AggregateRow & { sumLat: number; sumLon: number }>();
  for (const incident of found) {
    const groups = dimensions.map((dimension) => groupOf(incident, dimension, Number(parameters.get('zoom') ?? 0)));
    if (groups.includes(undefined)) continue;
    const key = { ...(bucket === 'all' ? {} : { bucket: bucketOf(incident.date?.start ?? '', bucket) }), ...Object.assign({}, ...groups) } as Partial<AggregateRow>;
    const name = JSON.stringify(key);
    const row = rows.get(name) ?? { ...key, value: 0, events: 0, killed: 0, injured: 0, sumLat: 0, sumLon: 0 };
    row.events++;
    row.killed = (row.killed ?? 0) + killed(incident);
    row.value = metric === 'killed' ? row.killed : row.events;
    row.sumLat += incident.place?.lat ?? 0;
    row.sumLon += incident.place?.lon ?? 0;
    rows.set(name, row);
  }
  return [...rows.values()].map(({ sumLat, sumLon, ...row }) => ('cell' in row ? { ...row, lat: sumLat / row.events, lon: sumLon / row.events } : row));
}

export function change(found: MockIncident[]): ChangeRow[] {
  const rows = aggregate(found, new URLSearchParams('group_by=country'));
  return rows.slice(0, 12).map((row, i) => {
    const baseline = row.events;
    const recent = Math.round(row.events * (0.1 + (i % 4) * 0.2));
    const ratio = recent / 7 / (baseline / 28);
    return { country: row.country ?? null, change: ratio > 1.6 ? 'up' : ratio < 0.6 ? 'down' : 'no_clear_change', recent, baseline, recent_per_day: recent / 7, baseline_per_day: baseline / 28, ratio, probability: 0.004 };
  });
}
