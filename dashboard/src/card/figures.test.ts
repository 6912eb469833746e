import { expect, it } from 'vitest';
import { stepsOf } from './figures';

const figure = (outcome: string, best: number, published: string) => ({ outcome, count: { best, bound: 'EXACT' }, article_id: 'a', published, standing: false });

it('says from what to what each outcome went, in order of publication', () => {
  const steps = stepsOf({
    figures: [figure('killed', 9, '2026-11-18T08:00:00Z'), figure('injured', 20, '2026-11-17T09:00:00Z'), figure('killed', 7, '2026-11-17T08:00:00Z'), figure('killed', 9, '2026-11-19T08:00:00Z')],
  });

  expect(steps.map(({ outcome, before, after, changes }) => [outcome, before, after, changes])).toEqual([
    ['injured', undefined, '20', false],
    ['killed', undefined, '7', false],
    ['killed', '7', '9', true],
    ['killed', '9', '9', false],
  ]);
});

it('no figures, no steps', () => expect(stepsOf({})).toEqual([]));
