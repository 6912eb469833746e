import { describe, expect, it } from 'vitest';
import { barsOf, bucketFor, firstDay, intervalOf, lastDay } from './bars';

const row = (bucket: string, events: number) => ({ bucket, event_type: 'strike' as const, events, value: events });

it('labels of buckets name their first day', () => {
  expect(firstDay('2026-11-17')).toBe('2026-11-17');
  expect(firstDay('2026-11-17T00:00:00Z')).toBe('2026-11-17');
  expect(firstDay('2026-11')).toBe('2026-11-01');
  expect(firstDay('2026-W01')).toBe('2025-12-29');
  expect(firstDay('2026')).toBe('2026-01-01');
  expect(firstDay(null)).toBeUndefined();
  expect(firstDay('all')).toBeUndefined();
});

describe('the bucket', () => {
  it('is a day where almost all is recent', () => {
    expect(bucketFor([row('2014-03', 5), row('2026-10', 50), row('2026-11', 50)], undefined)).toEqual({ bucket: 'day', since: '2026-07-04', earlier: 5 });
  });
  it('is a week or a month where the events reach back', () => {
    expect(bucketFor([row('2025-10', 50), row('2026-11', 50)], undefined).bucket).toBe('week');
    expect(bucketFor([row('2014-03', 50), row('2026-11', 50)], undefined)).toEqual({ bucket: 'month', earlier: 0 });
  });
  it('is the one that was chosen', () => {
    expect(bucketFor([row('2014-03', 50), row('2026-11', 50)], 'day').bucket).toBe('day');
    expect(bucketFor([row('2026-11', 50)], 'month')).toEqual({ bucket: 'month', earlier: 0 });
    expect(bucketFor([], undefined)).toEqual({ bucket: 'month', earlier: 0 });
  });
});

it('bars have no gaps and stack by type', () => {
  const bars = barsOf([row('2026-11-01', 2), row('2026-11-04', 3), { ...row('2026-11-04', 1), event_type: 'territory' }], 'day');

  expect(bars.days).toEqual(['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04']);
  expect(bars.counts.strike).toEqual([2, 0, 0, 3]);
  expect(bars.counts.territory).toEqual([0, 0, 0, 1]);
});

it('a selection covers whole buckets, in either direction', () => {
  expect(intervalOf('2026-11-05', '2026-11-03', 'day')).toBe('2026-11-03/2026-11-05');
  expect(intervalOf('2026-11-05', '2026-11-05', 'day')).toBe('2026-11-05');
  expect(intervalOf('2026-11-05', '2026-11-12', 'week')).toBe('2026-11-02/2026-11-15');
  expect(intervalOf('2026-02-11', '2026-02-12', 'month')).toBe('2026-02-01/2026-02-28');
  expect(lastDay('2024-02-01', 'month')).toBe('2024-02-29');
});
