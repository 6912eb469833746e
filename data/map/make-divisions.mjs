// Makes dashboard/src/data/divisions.json: the first-order divisions for the choropleth, as TopoJSON, each under the key by which
// the API groups (ISO 3166-2 code, or country/name). Which polygon is which division is decided by the towns in it.
// Usage: npm install, make-records.mjs and make-division-codes.mjs of ../gazetteer, then node make-divisions.mjs [folder of node_modules]
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { DivisionPolygons } from '../gazetteer/division-polygons.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const MODULES = process.argv[2] ?? join(HERE, 'node_modules');
const TARGET = join(HERE, '../../dashboard/src/data');
const GAZETTEER = join(HERE, '../../pipeline/src/main/resources/org/tocsin/document/gazetteer');
const require = createRequire(join(MODULES, 'x.js'));
const { mergeArcs, quantize } = require('topojson-client');
const { topology } = require('topojson-server');
const { filter, filterWeight, presimplify, simplify } = require('topojson-simplify');

const GRID = 4e4;
/** Points whose triangle with their neighbours is smaller than this, in square degrees, are left out. */
const SMALLEST_CORNER = 0.002;
/** Islands smaller than this, in square degrees, are left out where a division has larger land. */
const SMALLEST_ISLAND = 0.003;
const BYTES_ALLOWED = 600 * 1024;
/** A polygon is a division's if this share of its towns is. */
const MAJORITY = 0.5;
/** A division is drawn if this share of its towns lies in its polygons: else the source draws older divisions than GeoNames. */
const DRAWN = 0.5;

function table(file) {
  const [header, ...rows] = readFileSync(file, 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  const columns = header.split('\t');
  return rows.map((row) => Object.fromEntries(row.split('\t').map((cell, i) => [columns[i], cell])));
}

function count(map, key) {
  map.set(key, (map.get(key) ?? 0) + 1);
}

/** GeoNames code of a division -> {key, name, country}. */
function divisionsOf(records) {
  const codes = new Map(table(join(GAZETTEER, 'division-codes.tsv')).map((row) => [`${row.country}/${row.division}`, row.code]));
  return new Map(records.filter((r) => r.kind === 'ADMIN1').map((r) => {
    const key = `${r.country}/${r.name}`;
    if (!codes.has(key)) throw new Error(`division-codes.tsv lacks ${key}: run make-division-codes.mjs`);
    return [r.admin1, { key: codes.get(key) || key, name: r.name, country: r.country }];
  }));
}

/** polygon -> (division -> towns of it there). */
function townsIn(polygons, towns) {
  const counts = new Map(polygons.features.map((feature) => [feature, new Map()]));
  for (const town of towns) {
    const found = polygons.at(Number(town.lon), Number(town.lat));
    if (found) count(counts.get(found.feature), town.admin1);
  }
  return counts;
}

/** The division most of whose polygon's towns it is; where no town lies in it, the one of its ISO code; null for neither. */
function ownerOf(feature, towns, divisions, byKey) {
  const total = [...towns.values()].reduce((sum, n) => sum + n, 0);
  if (total === 0) return byKey.get(feature.properties.iso_3166_2) ?? null;
  const [code, most] = [...towns].sort((a, b) => b[1] - a[1])[0];
  return most > MAJORITY * total && divisions.has(code) ? code : null;
}

/** division -> polygons that are its own by the towns in them. */
function ownedPolygons(counts, divisions, byKey) {
  const owned = new Map();
  for (const [feature, inside] of counts) {
    const owner = ownerOf(feature, inside, divisions, byKey);
    if (owner) owned.set(owner, [...(owned.get(owner) ?? []), feature]);
  }
  return owned;
}

/** Gives a division that has no polygon of its own the ones of its ISO code if they hold most of its towns: cities within others. */
function giveByCode(owned, counts, divisions, isDrawn) {
  const ofCode = new Map();
  for (const feature of counts.keys()) {
    const code = feature.properties.iso_3166_2;
    ofCode.set(code, [...(ofCode.get(code) ?? []), feature]);
  }
  for (const [code, division] of divisions) {
    const features = ofCode.get(division.key) ?? [];
    if (isDrawn(code, owned.get(code) ?? []) || !isDrawn(code, features)) continue;
    for (const [other, list] of owned) owned.set(other, list.filter((feature) => !features.includes(feature)));
    owned.set(code, features);
  }
}

/** division -> its polygons, where they hold most of its towns. */
function drawnDivisions(polygons, towns, divisions) {
  const counts = townsIn(polygons, towns);
  const byKey = new Map([...divisions].map(([code, division]) => [division.key, code]));
  const total = new Map();
  towns.forEach((town) => count(total, town.admin1));
  const isDrawn = (code, features) => features.length > 0 &&
    features.reduce((sum, feature) => sum + (counts.get(feature).get(code) ?? 0), 0) >= DRAWN * total.get(code);
  const owned = ownedPolygons(counts, divisions, byKey);
  giveByCode(owned, counts, divisions, isDrawn);
  return new Map([...owned].filter(([code, features]) => isDrawn(code, features)));
}

const records = table(join(HERE, '../gazetteer/build/records.tsv'));
const divisions = divisionsOf(records);
const towns = records.filter((record) => record.kind === 'TOWN' && divisions.has(record.admin1));
const polygons = DivisionPolygons.load(MODULES);
const drawn = drawnDivisions(polygons, towns, divisions);

const numbered = polygons.features.map((feature, i) => ({ type: 'Feature', id: i, properties: {}, geometry: feature.geometry }));
const numberOf = new Map(polygons.features.map((feature, i) => [feature, i]));
const exact = topology({ polygons: { type: 'FeatureCollection', features: numbered } });
const weighed = simplify(presimplify(exact), SMALLEST_CORNER);
const light = filter(weighed, filterWeight(weighed, SMALLEST_ISLAND));

const shapes = new Map(light.objects.polygons.geometries.map((shape) => [shape.id, shape]));
const features = [...drawn].map(([code, own]) => {
  const { key, name } = divisions.get(code);
  const parts = own.map((feature) => shapes.get(numberOf.get(feature))).filter((shape) => shape?.arcs);
  return { ...mergeArcs(light, parts), id: key, properties: { name } };
}).filter((shape) => shape.arcs.length > 0).sort((a, b) => (a.id < b.id ? -1 : 1));
light.objects = { divisions: { type: 'GeometryCollection', geometries: features } };

const packed = filter(quantize(light, GRID));
const text = JSON.stringify(packed);
const bytes = gzipSync(text, { level: 9 }).length;
if (bytes > BYTES_ALLOWED) throw new Error(`divisions.json is ${bytes} bytes gzipped, more than ${BYTES_ALLOWED}`);
mkdirSync(TARGET, { recursive: true });
writeFileSync(join(TARGET, 'divisions.json'), text + '\n');
const missing = [...divisions].filter(([code]) => !drawn.has(code));
const byCountry = new Map();
missing.forEach(([, division]) => count(byCountry, division.country));
console.error(`divisions.json: ${features.length} of ${divisions.size} divisions, ${text.length} bytes, ${bytes} gzipped; not drawn: ` +
  [...byCountry].sort((a, b) => b[1] - a[1]).map(([country, n]) => `${country} ${n}`).join(', '));
