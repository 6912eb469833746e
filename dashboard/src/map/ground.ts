import type { Feature, FeatureCollection, GeoJsonProperties, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { withoutJumps } from './antimeridian';
import countriesUrl from '../data/countries.json?url';
import divisionsUrl from '../data/divisions.json?url';

/** How the server wants disputed borders drawn (`tocsin.map.disputed.borders`). */
export type DisputedBorders = 'dashed' | 'solid' | 'hidden';

export interface Ground {
  /** Properties: `code` (ISO 3166-1 alpha-2, empty where there is none), `name`. */
  countries: FeatureCollection;
  /** Property: `kind`, `border` or `disputed`; disputed ones have a `name`. Coasts are not among them. */
  borders: FeatureCollection;
  /** One point a country, in the middle of its largest land; properties: `name`, `area` in square degrees. */
  names: FeatureCollection;
}

async function load(url: string): Promise<Topology> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The map file ${url} cannot be loaded: ${answer.status} ${answer.statusText}`);
  return (await answer.json()) as Topology;
}

function object(map: Topology, name: string): GeometryObject<GeoJsonProperties> {
  const found = map.objects[name];
  if (!found) throw new Error(`The map file has no ${name}`);
  return found;
}

function collection(map: Topology, name: string): FeatureCollection {
  return withoutJumps(feature(map, object(map, name) as GeometryCollection<GeoJsonProperties>));
}

/** Rings wound one way outside and the other inside: the map takes a ring that is wound otherwise for a hole. */
function wound(polygon: Position[][]): Position[][] {
  return polygon.map((ring, i) => (middleOf(ring).area < 0 === (i > 0) ? ring : ring.toReversed()));
}

function areas(map: Topology, name: string): FeatureCollection {
  const features = collection(map, name).features.map((shape): Feature => {
    const geometry = shape.geometry as Polygon | MultiPolygon;
    return geometry.type === 'Polygon'
      ? { ...shape, geometry: { ...geometry, coordinates: wound(geometry.coordinates) } }
      : { ...shape, geometry: { ...geometry, coordinates: geometry.coordinates.map(wound) } };
  });
  return { type: 'FeatureCollection', features };
}

/** Middle of what a ring encloses, and its area in square degrees: negative where the ring runs clockwise. */
function middleOf(ring: readonly Position[]): { point: Position; area: number } {
  let [double, x, y] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [x0 = 0, y0 = 0] = ring[i - 1] ?? [];
    const [x1 = 0, y1 = 0] = ring[i] ?? [];
    const cross = x0 * y1 - x1 * y0;
    double += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return { point: double === 0 ? (ring[0] ?? [0, 0]) : [x / (3 * double), y / (3 * double)], area: double / 2 };
}

function namesOf(countries: FeatureCollection): FeatureCollection {
  const names = countries.features.flatMap((country): Feature[] => {
    const { geometry, properties } = country as Feature<Polygon | MultiPolygon>;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const rings = polygons.map((polygon) => middleOf(polygon[0] ?? [])).map(({ point, area }) => ({ point, area: Math.abs(area) }));
    const largest = rings.reduce((best, one) => (one.area > best.area ? one : best));
    return [{ type: 'Feature', properties: { name: properties?.name, area: largest.area }, geometry: { type: 'Point', coordinates: largest.point } }];
  });
  return { type: 'FeatureCollection', features: names };
}

/** Countries and borders, for the first view. */
export function groundOf(map: Topology): Ground {
  const settled = feature(map, object(map, 'borders')) as Feature<MultiLineString>;
  const disputed = collection(map, 'disputed').features.map((line) => ({ ...line, properties: { ...line.properties, kind: 'disputed' } }));
  const countries = areas(map, 'countries');
  return {
    countries,
    names: namesOf(countries),
    borders: { type: 'FeatureCollection', features: [{ ...settled, properties: { kind: 'border' } }, ...disputed] },
  };
}

/** First-order divisions; property `code`: the value of the API's `admin1`, `name`. */
export function divisionsOf(map: Topology): FeatureCollection {
  const divisions = areas(map, 'divisions');
  return {
    type: 'FeatureCollection',
    features: divisions.features.map((shape) => ({ ...shape, properties: { ...shape.properties, code: String(shape.id) } })),
  };
}

let ground: Promise<Ground> | undefined;
let divisions: Promise<FeatureCollection> | undefined;

/** Loads countries and borders, once. */
export const loadGround = (): Promise<Ground> => (ground ??= load(countriesUrl).then(groundOf));
/** Loads the divisions, once. */
export const loadDivisions = (): Promise<FeatureCollection> => (divisions ??= load(divisionsUrl).then(divisionsOf));

/** The server's setting; dashed where it says nothing that is known. */
export function disputedBorders(setting: string | undefined): DisputedBorders {
  return setting === 'solid' || setting === 'hidden' ? setting : 'dashed';
}
