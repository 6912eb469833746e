import type { ExpressionSpecification, LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import type { DisputedBorders } from './ground';
import type { Palette } from './palette';

export const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };
export const FONT = ['Open Sans Regular'];

/** Size of a symbol by the number of killed: doubles at about thirty. */
const SIZE: ExpressionSpecification = ['interpolate', ['linear'], ['sqrt', ['max', 0, ['get', 'killed']]], 0, 0.72, 6, 1.35, 20, 2];
const CELL_RADIUS: ExpressionSpecification = ['interpolate', ['linear'], ['sqrt', ['get', 'events']], 1, 9, 10, 15, 100, 30];

function sources(): Record<string, SourceSpecification> {
  const empty = (): SourceSpecification => ({ type: 'geojson', data: NOTHING });
  return {
    // filled from the program's own files, see ground.ts
    countries: { type: 'geojson', data: NOTHING, tolerance: 0.5 },
    borders: { type: 'geojson', data: NOTHING, tolerance: 0.5 },
    names: empty(),
    // filled when they are first needed: the file is larger than all the rest
    divisions: { type: 'geojson', data: NOTHING, promoteId: 'code', tolerance: 0.4 },
    dots: { type: 'geojson', data: NOTHING, tolerance: 0, buffer: 32 },
    cells: empty(),
    chosen: empty(),
    box: empty(),
  };
}

function disputedLayer(palette: Palette, disputed: DisputedBorders): LayerSpecification {
  const line = { 'line-color': palette.disputed, 'line-width': 1 };
  return {
    id: 'disputed-borders',
    type: 'line',
    source: 'borders',
    filter: ['==', ['get', 'kind'], 'disputed'],
    layout: { visibility: disputed === 'hidden' ? 'none' : 'visible' },
    paint: disputed === 'solid' ? { 'line-color': palette.border, 'line-width': 0.8 } : { ...line, 'line-dasharray': [3, 2] },
  };
}

function groundLayers(palette: Palette, disputed: DisputedBorders): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
    { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': palette.land, 'fill-antialias': true } },
    {
      id: 'shades',
      type: 'fill',
      source: 'divisions',
      layout: { visibility: 'none' },
      paint: { 'fill-color': ['to-color', ['coalesce', ['feature-state', 'color'], 'rgba(0,0,0,0)']], 'fill-opacity': 0.9 },
    },
    {
      id: 'divisions',
      type: 'line',
      source: 'divisions',
      minzoom: 3.5,
      paint: { 'line-color': palette.division, 'line-width': ['interpolate', ['linear'], ['zoom'], 3.5, 0.4, 8, 1.2] },
    },
    { id: 'borders', type: 'line', source: 'borders', filter: ['!=', ['get', 'kind'], 'disputed'], paint: { 'line-color': palette.border, 'line-width': 0.8 } },
    disputedLayer(palette, disputed),
  ];
}

function namesLayer(palette: Palette): LayerSpecification {
  return {
    id: 'names',
    type: 'symbol',
    source: 'names',
    minzoom: 2.2,
    layout: {
      'symbol-sort-key': ['-', 0, ['get', 'area']],
      'text-field': ['get', 'name'],
      'text-font': FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], 2, 10, 6, 13],
      'text-letter-spacing': 0.04,
      'text-max-width': 7,
      'text-padding': 6,
    },
    paint: { 'text-color': palette.label, 'text-halo-color': palette.halo, 'text-halo-width': 1.2 },
  };
}

function dataLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: 'box', type: 'line', source: 'box', paint: { 'line-color': palette.box, 'line-width': 1.5, 'line-dasharray': [4, 3] } },
    {
      id: 'cells',
      type: 'circle',
      source: 'cells',
      paint: {
        'circle-radius': CELL_RADIUS,
        'circle-color': palette.cell,
        'circle-opacity': 0.88,
        'circle-stroke-color': palette.cellRing,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'cell-counts',
      type: 'symbol',
      source: 'cells',
      layout: { 'text-field': ['get', 'label'], 'text-font': FONT, 'text-size': 11, 'text-allow-overlap': true },
      paint: { 'text-color': palette.cellText },
    },
    {
      id: 'chosen',
      type: 'circle',
      source: 'chosen',
      paint: { 'circle-radius': 15, 'circle-color': 'rgba(0,0,0,0)', 'circle-stroke-color': palette.ring, 'circle-stroke-width': 2.5 },
    },
    {
      id: 'dots',
      type: 'symbol',
      source: 'dots',
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-size': SIZE,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['get', 'killed'],
      },
    },
  ];
}

/** A map out of files of the program alone: no tiles, no fonts from elsewhere. */
export function mapStyle(palette: Palette, disputed: DisputedBorders): StyleSpecification {
  return { version: 8, sources: sources(), layers: [...groundLayers(palette, disputed), namesLayer(palette), ...dataLayers(palette)] };
}
