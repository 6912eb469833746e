import { expect, it } from 'vitest';
import { segments } from './marks';

const text = 'Drones killed seven in Shostka.';

it('cuts a text at its spans and loses nothing of it', () => {
  const parts = segments(text, [
    { field: 'killed', start: 14, end: 19 },
    { field: 'method', start: 0, end: 6 },
    { field: 'place', start: 23, end: 30 },
  ]);

  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.filter((part) => part.fields.length)).toEqual([
    { text: 'Drones', fields: ['method'] },
    { text: 'seven', fields: ['killed'] },
    { text: 'Shostka', fields: ['place'] },
  ]);
});

it('names every field of a stretch that spans share', () => {
  expect(
    segments('abcdef', [
      { field: 'x', start: 0, end: 4 },
      { field: 'y', start: 2, end: 6 },
    ]),
  ).toEqual([
    { text: 'ab', fields: ['x'] },
    { text: 'cd', fields: ['x', 'y'] },
    { text: 'ef', fields: ['y'] },
  ]);
});

it('cuts spans that reach out of the text and drops empty ones', () => {
  expect(
    segments('abc', [
      { field: 'x', start: -2, end: 1 },
      { field: 'y', start: 2, end: 99 },
      { field: 'z', start: 1, end: 1 },
    ]),
  ).toEqual([
    { text: 'a', fields: ['x'] },
    { text: 'b', fields: [] },
    { text: 'c', fields: ['y'] },
  ]);
});

it('a text without spans is one plain segment, markup in it stays text', () => {
  expect(segments('<script>alert(1)</script>', [])).toEqual([{ text: '<script>alert(1)</script>', fields: [] }]);
  expect(segments('', [])).toEqual([]);
});
