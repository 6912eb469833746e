import { expect, it } from 'vitest';
import { shadingOf } from './shading';

const rows = (values: number[]) => values.map((value, i) => ({ admin1: `UA-${i}`, value, events: value }));

it('every division with a value gets the colour of its class, more is never paler', () => {
  const { colors, classes } = shadingOf(rows([1, 1, 2, 3, 8, 9, 40, 41, 90, 100]), ['a', 'b', 'c', 'd', 'e']);

  expect(colors.size).toBe(10);
  expect(colors.get('UA-0')).toBe(colors.get('UA-1'));
  expect([...colors.values()]).toEqual([...colors.values()].sort());
  expect(classes.at(0)?.from).toBe(1);
  expect(classes.at(-1)).toMatchObject({ to: 100, color: 'e' });
});

it('few values need few classes and zeros none', () => {
  expect(shadingOf(rows([5, 5]), ['a', 'b', 'c']).classes).toEqual([{ from: 5, to: 5, color: 'c' }]);
  expect(shadingOf(rows([0]), ['a', 'b', 'c'])).toEqual({ colors: new Map(), classes: [] });
});
