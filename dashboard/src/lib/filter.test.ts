import { describe, expect, it } from 'vitest';
import { bboxOf, boundsOf, contains, datetimeOf, daysOf, readAddress, toggled, unwrapped, without, writeAddress } from './filter';

describe('the address', () => {
  it('comes back as it was written, filter names as the API has them', () => {
    const address = {
      filter: { q: 'market & "school"', event_type: 'strike,casualty', datetime: '2026-11-01/..', bbox: '20,40,41,53', as_of: '2026-11-20T10:00:00Z' },
      shown: { view: 'about', incident: 'inc/1' },
    };

    const written = writeAddress(address);

    expect(written).toBe(
      '?q=market%20%26%20%22school%22&event_type=strike,casualty&datetime=2026-11-01/..&bbox=20,40,41,53&as_of=2026-11-20T10:00:00Z&view=about&incident=inc/1',
    );
    expect(readAddress(written)).toEqual(address);
  });

  it('leaves out what is empty or unknown', () => {
    expect(readAddress('?q=&country=+UA&utm_source=x')).toEqual({ filter: { country: 'UA' }, shown: {} });
    expect(writeAddress({ filter: {}, shown: {} })).toBe('');
  });
});

it('a list loses and gains items', () => {
  expect(toggled(undefined, 'strike')).toBe('strike');
  expect(toggled('strike', 'casualty')).toBe('strike,casualty');
  expect(toggled('strike,casualty', 'strike')).toBe('casualty');
  expect(toggled('strike', 'strike')).toBeUndefined();
});

it('without leaves the rest alone', () => {
  expect(without({ bbox: '1,2,3,4', country: 'UA', datetime: '2026-11-01' }, 'bbox', 'datetime')).toEqual({ country: 'UA' });
});

describe('days', () => {
  it.each([
    ['2026-11-01/2026-11-07', { from: '2026-11-01', to: '2026-11-07' }],
    ['2026-11-01/..', { from: '2026-11-01' }],
    ['../2026-11-07', { to: '2026-11-07' }],
    ['2026-11-03', { from: '2026-11-03', to: '2026-11-03' }],
  ])('%s', (datetime, days) => {
    expect(daysOf(datetime)).toEqual(days);
    expect(datetimeOf(days)).toBe(datetime);
  });

  it('a duration has no days', () => expect(daysOf('P7D/..')).toEqual({}));
  it('nothing is nothing', () => expect(datetimeOf(daysOf(undefined))).toBeUndefined());
});

describe('bbox', () => {
  it('wraps longitudes and cuts latitudes', () => {
    expect(bboxOf([170, -95, 190, 12.34567])).toBe('170,-90,-170,12.346');
    expect(bboxOf([-400, -80, 400, 80])).toBe('-180,-80,180,80');
  });

  it('across the antimeridian becomes a span that a map can show', () => {
    expect(unwrapped([170, -10, -170, 10])).toEqual([170, -10, 190, 10]);
  });

  it('holds points on both sides of the antimeridian', () => {
    expect(contains([170, -10, -170, 10], [175, 0])).toBe(true);
    expect(contains([170, -10, -170, 10], [-175, 0])).toBe(true);
    expect(contains([170, -10, -170, 10], [0, 0])).toBe(false);
    expect(contains([20, 40, 41, 53], [30, 54])).toBe(false);
  });

  it('refuses what is no box', () => {
    expect(boundsOf('1,2,3')).toBeUndefined();
    expect(boundsOf('a,b,c,d')).toBeUndefined();
    expect(boundsOf('20,40,41,53')).toEqual([20, 40, 41, 53]);
  });
});
