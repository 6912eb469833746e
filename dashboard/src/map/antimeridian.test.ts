import { expect, it } from 'vitest';
import { unjumped } from './antimeridian';

it('leaves alone what stays on one side', () => {
  const ring = [[10, 1], [20, 1], [20, 2], [10, 1]];

  expect(unjumped(ring)).toEqual(ring);
});

it('goes on past 180 degrees and comes back to where it began', () => {
  expect(unjumped([[170, 60], [-175, 61], [-175, 65], [170, 66], [170, 60]])).toEqual([[170, 60], [185, 61], [185, 65], [170, 66], [170, 60]]);
  expect(unjumped([[-170, 60], [175, 61], [-170, 62], [-170, 60]])).toEqual([[-170, 60], [-185, 61], [-170, 62], [-170, 60]]);
});

it('leads a ring around the south pole along the edges of the map', () => {
  expect(unjumped([[0, -70], [179, -84], [-180, -84.5], [0, -70]])).toEqual([
    [0, -70],
    [179, -84],
    [180, -84],
    [180, -90],
    [-180, -90],
    [-180, -84.5],
    [-180, -84.5],
    [0, -70],
  ]);
});
