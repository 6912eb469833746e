import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readAccuracy } from '../plugins/accuracy';

const document = readFileSync(fileURLToPath(new URL('../../docs/accuracy.md', import.meta.url)), 'utf8');

it('reads every type and the means out of the document as it is', () => {
  const accuracy = readAccuracy(document);

  expect(accuracy.rows.map((row) => row.type)).toEqual(['strike', 'casualty', 'statement', 'interception', 'territory']);
  const mean = accuracy.rows.reduce((sum, row) => sum + row.found[2], 0) / accuracy.rows.length;
  expect(mean).toBeCloseTo(accuracy.macroFound, 2);
});

it('says what is missing where the table is gone', () => {
  expect(() => readAccuracy('# Accuracy')).toThrow(/found 0 rows/);
});
