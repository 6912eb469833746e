import type { EventKind } from './types';
import { KIND_NAMES } from './filter';

/** How a type of event is told apart: always a shape and a hatching beside the colour. */
export interface Kind {
  name: EventKind;
  label: string;
  plural: string;
  /** Outline of the symbol in a box of 16 by 16. */
  path: string;
  light: string;
  dark: string;
  /** Hatching of its bars: angle of the lines in degrees, or dots, or none. */
  hatch: 'none' | 'up' | 'down' | 'level' | 'dots';
}

const KINDS: Record<EventKind, Kind> = {
  strike: {
    name: 'strike',
    label: 'Strike',
    plural: 'Strikes',
    path: 'M8 1.5 15 14 1 14Z',
    light: '#b3360b',
    dark: '#ff9a62',
    hatch: 'none',
  },
  casualty: {
    name: 'casualty',
    label: 'Casualties',
    plural: 'Casualties',
    path: 'M8 1.5a6.500 6.500 0 1 1 0 13a6.500 6.500 0 1 1 0-13Z',
    light: '#7a2d8c',
    dark: '#d9a5ea',
    hatch: 'up',
  },
  interception: {
    name: 'interception',
    label: 'Interception',
    plural: 'Interceptions',
    path: 'M8 1 15 8 8 15 1 8Z',
    light: '#0b6396',
    dark: '#66c3f2',
    hatch: 'down',
  },
  territory: {
    name: 'territory',
    label: 'Territory',
    plural: 'Territory',
    path: 'M2 2h12v12H2Z',
    light: '#4a6b0c',
    dark: '#acd765',
    hatch: 'dots',
  },
  statement: {
    name: 'statement',
    label: 'Statement',
    plural: 'Statements',
    path: 'M1.500 2.500h13v8.500H8L4.500 14.500V11h-3Z',
    light: '#55606e',
    dark: '#b3bdca',
    hatch: 'level',
  },
};

export const KIND_LIST: readonly Kind[] = KIND_NAMES.map((name) => KINDS[name]);

/** The kind of an event; one that this page does not know yet is shown as a statement would be, under its own name. */
export function kindOf(name: string): Kind {
  return KINDS[name as EventKind] ?? { ...KINDS.statement, name: name as EventKind, label: name, plural: name };
}
