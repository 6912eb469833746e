import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { firstAndLast } from './loader.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a single call is made at once and not repeated', () => {
  const call = vi.fn();
  firstAndLast(30, call)();
  expect(call).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(100);
  expect(call).toHaveBeenCalledTimes(1);
});

test('of many calls in a row the first is made at once and the last when no more come', () => {
  const seen: number[] = [];
  let now = 0;
  const ask = firstAndLast(30, () => seen.push(now));
  for (now = 0; now < 5; now++) {
    ask();
    vi.advanceTimersByTime(20);
  }
  expect(seen).toEqual([0]);
  vi.advanceTimersByTime(30);
  expect(seen).toEqual([0, 5]);
  vi.advanceTimersByTime(100);
  expect(seen).toEqual([0, 5]);
});

test('calls that are far apart are each made at once', () => {
  const call = vi.fn();
  const ask = firstAndLast(30, call);
  ask();
  vi.advanceTimersByTime(31);
  ask();
  expect(call).toHaveBeenCalledTimes(2);
});
