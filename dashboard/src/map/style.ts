import type { ExpressionSpecification, LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import type { Palette } from './palette';

const files = import.meta.glob<string>('../data/*.geojson', { query: '?url', import: 'default', eager: true });

/** Addresses of the map's own data files; those that are not built in are undefined. */
export const GROUND = {
  countries: files['../data/countries.geojson'],
  borders: files['../data/borders.geojson'],
  divisions: files['../data/divisions.geojson'],
};

export const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };
export const FONT = ['Open Sans Regular'];

/** Size of a symbol by the number of killed: doubles at about thirty. */
const SIZE: ExpressionSpecification = ['interpolate', ['linear'], ['sqrt', ['max', 0, ['get', 'killed']]], 0, 0.72, 6, 1.35, 20, 2];
const CELL_RADIUS: ExpressionSpecification = ['interpolate', ['linear'], ['sqrt', ['get', 'events']], 1, 9, 10, 15, 100, 30];

/** Lines every ten degrees, for a build without map data. */
function graticule(): FeatureCollection {
  const lines: [number, number][][] = [];
  for (let lon = -180; lon <= 180; lon += 10) lines.push([[lon, -85], [lon, 85]]);
  for (let lat = -80; lat <= 80; lat += 10) lines.push([[-180, lat], [180, lat]]);
  return { type: 'FeatureCollection', features: lines.map((coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } })) };
}

function sources(): Record<string, SourceSpecification> {
  const empty = (): SourceSpecification => ({ type: 'geojson', data: NOTHING });
  return {
    countries: { type: 'geojson', data: GROUND.countries ?? NOTHING, tolerance: 0.5 },
    borders: { type: 'geojson', data: GROUND.borders ?? (GROUND.countries ? NOTHING : graticule()), tolerance: 0.5 },
    // filled when they are first needed: the file is larger than all the rest
    divisions: { type: 'geojson', data: NOTHING, promoteId: 'code', tolerance: 0.4 },
    dots: { type: 'geojson', data: NOTHING, tolerance: 0, buffer: 32 },
    cells: empty(),
    chosen: empty(),
    box: empty(),
  };
}

function groundLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
    { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': palette.land, 'fill-antialias': true } },
    {
      id: 'shades',
      type: 'fill',
      source: 'divisions',
      layout: { visibility: 'none' },
      paint: { 'fill-color': ['coalesce', ['to-color', ['feature-state', 'color']], 'rgba(0,0,0,0)'], 'fill-opacity': 0.9 },
    },
    { id: 'disputed-area', type: 'fill', source: 'countries', filter: ['==', ['get', 'disputed'], true], paint: { 'fill-pattern': 'disputed' } },
    {
      id: 'divisions',
      type: 'line',
      source: 'divisions',
      minzoom: 3.5,
      paint: { 'line-color': palette.division, 'line-width': ['interpolate', ['linear'], ['zoom'], 3.5, 0.4, 8, 1.2] },
    },
    { id: 'outline', type: 'line', source: 'countries', filter: ['!=', ['get', 'disputed'], true], paint: { 'line-color': palette.border, 'line-width': GROUND.borders ? 0.4 : 0.8 } },
    { id: 'borders', type: 'line', source: 'borders', filter: ['!=', ['get', 'kind'], 'disputed'], paint: { 'line-color': palette.border, 'line-width': GROUND.countries ? 0.8 : 0.4 } },
    {
      id: 'disputed-borders',
      type: 'line',
      source: 'borders',
      filter: ['==', ['get', 'kind'], 'disputed'],
      paint: { 'line-color': palette.disputed, 'line-width': 1, 'line-dasharray': [3, 2] },
    },
  ];
}

function namesLayer(palette: Palette): LayerSpecification {
  return {
    id: 'names',
    type: 'symbol',
    source: 'countries',
    minzoom: 2.2,
    filter: ['has', 'name'],
    layout: {
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
export function mapStyle(palette: Palette): StyleSpecification {
  return { version: 8, sources: sources(), layers: [...groundLayers(palette), namesLayer(palette), ...dataLayers(palette)] };
}
