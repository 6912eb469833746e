import { countText } from '../lib/format';
import type { Figure, Incident } from '../lib/types';

/** One change of a figure: from what to what, when, by whom. */
export interface FigureStep {
  outcome: string;
  before: string | undefined;
  after: string;
  /** Whether it differs from the figure given before. */
  changes: boolean;
  figure: Figure;
}

/** The figures of an incident outcome by outcome in order of publication, each beside the one before it. */
export function stepsOf(incident: Pick<Incident, 'figures'>): FigureStep[] {
  const last = new Map<string, string>();
  const ordered = [...(incident.figures ?? [])].sort((a, b) => a.outcome.localeCompare(b.outcome) || (a.published ?? '').localeCompare(b.published ?? ''));
  return ordered.map((figure) => {
    const before = last.get(figure.outcome);
    const after = countText(figure.count);
    last.set(figure.outcome, after);
    return { outcome: figure.outcome, before, after, changes: before !== undefined && before !== after, figure };
  });
}
