import { FILTERS, type Filter, type FilterName, list } from './filter';
import { countryName, dayText, timeText, words } from './format';
import { kindOf } from './kinds';

/** What each filter parameter is called on the page. */
export const FILTER_LABELS: Record<FilterName, string> = {
  q: 'Words',
  event_type: 'Type',
  datetime: 'When',
  bbox: 'Map area',
  country: 'Country',
  admin1: 'Division',
  actor: 'Actor',
  target: 'Target',
  speaker: 'Speaker',
  method: 'Method',
  source: 'Outlet',
  min_killed: 'Killed at least',
  min_injured: 'Injured at least',
  min_confidence: 'Confidence at least',
  status: 'Status',
  updated_since: 'Changed since',
  as_of: 'As known at',
};

function period(datetime: string): string {
  const [from = '', to] = datetime.split('/');
  const duration = /^P(\d+)([DWMY])$/.exec(from);
  const units: Record<string, string> = { D: 'days', W: 'weeks', M: 'months', Y: 'years' };
  if (duration) return `last ${duration[1]} ${units[duration[2] ?? '']}${to && to !== '..' ? ` to ${dayText(to)}` : ''}`;
  if (to === undefined) return dayText(from);
  if (from === '..') return `until ${dayText(to)}`;
  return to === '..' ? `since ${dayText(from)}` : `${dayText(from)} to ${dayText(to)}`;
}

/** A value of a filter parameter in words. */
export function valueText(name: FilterName, value: string): string {
  switch (name) {
    case 'event_type':
      return list(value).map((kind) => kindOf(kind).label.toLowerCase()).join(', ');
    case 'country':
      return list(value).map(countryName).join(', ');
    case 'method':
    case 'status':
      return list(value).map(words).join(', ');
    case 'datetime':
      return period(value);
    case 'updated_since':
    case 'as_of':
      return timeText(value);
    case 'bbox':
      return value.split(',').map((degrees) => Number(degrees).toFixed(1)).join(', ');
    default:
      return value;
  }
}

/** The filter in one sentence. */
export function filterText(filter: Filter): string {
  const parts = FILTERS.flatMap((name) => {
    const value = filter[name];
    return value ? [`${FILTER_LABELS[name]}: ${valueText(name, value)}`] : [];
  });
  return parts.length ? parts.join('; ') : 'All incidents';
}
