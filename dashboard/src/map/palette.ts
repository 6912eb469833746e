/** Colours of the map; those of the types of events are in lib/kinds. */
export interface Palette {
  sea: string;
  land: string;
  border: string;
  division: string;
  disputed: string;
  label: string;
  halo: string;
  cell: string;
  cellText: string;
  cellRing: string;
  ring: string;
  box: string;
  /** From few to many. */
  shades: readonly string[];
}

export const PALETTES: Record<'light' | 'dark', Palette> = {
  light: {
    sea: '#dfe6ec',
    land: '#f7f6f2',
    border: '#9aa3ad',
    division: '#d3d6d6',
    disputed: '#7f8a96',
    label: '#4a5563',
    halo: '#f7f6f2',
    cell: '#1d4f85',
    cellText: '#ffffff',
    cellRing: '#ffffff',
    ring: '#111820',
    box: '#1d4f85',
    shades: ['#fbe3d0', '#f6bd94', '#e88f5c', '#c85f2d', '#8f3a10'],
  },
  dark: {
    sea: '#0d1319',
    land: '#1e262f',
    border: '#56616e',
    division: '#2c3641',
    disputed: '#8793a1',
    label: '#a9b5c2',
    halo: '#1e262f',
    cell: '#8cbcf0',
    cellText: '#0d1319',
    cellRing: '#0d1319',
    ring: '#ffffff',
    box: '#8cbcf0',
    shades: ['#3d2a20', '#68391f', '#9c5126', '#d0763d', '#ffb184'],
  },
};
