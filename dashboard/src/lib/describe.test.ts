import { expect, it } from 'vitest';
import { filterText } from './describe';

it('says a filter in words', () => {
  expect(filterText({})).toBe('All incidents');
  expect(filterText({ country: 'UA', datetime: '2026-11-01/..', event_type: 'strike', min_killed: '5', method: 'GUIDED_BOMB' })).toBe(
    'Type: strike; When: since 1 Nov 2026; Country: Ukraine; Method: guided bomb; Killed at least: 5',
  );
  expect(filterText({ datetime: 'P7D/..' })).toBe('When: last 7 days');
  expect(filterText({ datetime: '../2026-11-03' })).toBe('When: until 3 Nov 2026');
});
