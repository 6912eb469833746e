import { describe, expect, it } from 'vitest';
import { countText, figures, placeText, precisionText, safeUrl, timeText, title, whenText } from './format';
import type { Place } from './types';

const shostka: Place = { name: 'Shostka', admin1: 'Sumy Oblast', country: 'UA', lat: 51.86, lon: 33.47, precision: 'TOWN' };

describe('figures', () => {
  it.each([
    [{ best: 7, low: 7, high: 7, bound: 'EXACT' }, '7'],
    [{ best: 7, low: 7, high: null, bound: 'AT_LEAST' }, 'at least 7'],
    [{ best: 20, low: 18, high: 22, bound: 'ABOUT' }, 'about 20'],
    [{ best: 9, low: 7, high: 12, bound: 'EXACT' }, '9 (7 to 12)'],
    [{ best: null, low: 24, high: null, bound: 'AT_LEAST', text: 'dozens' }, 'at least 24'],
    [{ best: null, low: null, high: null, text: 'dozens' }, 'dozens'],
    [{ best: 12000, bound: 'EXACT' }, '12,000'],
  ])('%j', (count, text) => expect(countText(count)).toBe(text));

  it('keep zero and leave out what is not given', () => {
    expect(figures({ killed: { best: 0, bound: 'EXACT' }, injured: null })).toEqual([{ name: 'killed', text: '0' }]);
  });
});

describe('places', () => {
  it('name division and country once', () => {
    expect(placeText(shostka)).toBe('Shostka, Sumy Oblast, Ukraine');
    expect(placeText({ name: 'Kyiv', admin1: 'Kyiv', country: 'UA', precision: 'TOWN' })).toBe('Kyiv, Ukraine');
    expect(placeText({ name: 'Ukraine', country: 'UA', precision: 'COUNTRY' })).toBe('Ukraine');
  });

  it('say how finely they are known', () => {
    expect(precisionText(shostka)).toContain('populated place');
    expect(precisionText({ ...shostka, precision: 'ADMIN1' })).toContain('only the first-order division');
    expect(precisionText({ ...shostka, lat: null })).toContain('not on the map');
    expect(precisionText(null)).toBe('no place is given');
  });
});

it('days and times are UTC', () => {
  expect(whenText({ start: '2026-11-17', end: '2026-11-17' })).toBe('17 Nov 2026');
  expect(whenText({ start: '2026-11-15', end: '2026-11-17' })).toBe('15 Nov 2026 to 17 Nov 2026');
  expect(timeText('2026-11-17T23:30:00Z')).toBe('17 Nov 2026, 23:30 UTC');
  expect(timeText(null)).toBe('time unknown');
});

describe('titles', () => {
  it.each([
    [{ event_type: 'strike' as const, method: 'DRONE', place: shostka }, 'Drone strike in Shostka, Sumy Oblast, Ukraine'],
    [{ event_type: 'strike' as const, method: 'AIRSTRIKE', place: null }, 'Airstrike in unknown place'],
    [{ event_type: 'casualty' as const, place: shostka }, 'Casualties in Shostka, Sumy Oblast, Ukraine'],
    [{ event_type: 'territory' as const, change: 'WITHDRAW', place: shostka }, 'Withdrawal from Shostka, Sumy Oblast, Ukraine'],
    [{ event_type: 'interception' as const, intercepted: { best: 23, bound: 'EXACT' }, place: shostka }, 'Interception of 23 in Shostka, Sumy Oblast, Ukraine'],
    [{ event_type: 'statement' as const, act: 'CONDEMN', speaker: { name: 'France' }, targets: [{ name: 'Russia' }] }, 'France condemns Russia'],
    [{ event_type: 'statement' as const, act: 'DEMAND', speaker: { name: 'France' }, targets: [{ name: 'Russia' }] }, 'France makes a demand, to Russia'],
  ])('%j', (item, text) => expect(title(item)).toBe(text));
});

describe('links', () => {
  it('lead to http and https alone', () => {
    expect(safeUrl('https://example.org/a')).toBe('https://example.org/a');
    expect(safeUrl('javascript:alert(1)')).toBeUndefined();
    expect(safeUrl('data:text/html,x')).toBeUndefined();
    expect(safeUrl('not an address')).toBeUndefined();
    expect(safeUrl(null)).toBeUndefined();
  });
});
