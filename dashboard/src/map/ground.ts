import type { Feature, FeatureCollection, GeoJsonProperties, MultiLineString } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import countriesUrl from '../data/countries.json?url';
import divisionsUrl from '../data/divisions.json?url';

/** How the server wants disputed borders drawn (`tocsin.map.disputed.borders`). */
export type DisputedBorders = 'dashed' | 'solid' | 'hidden';

export interface Ground {
  /** Properties: `code` (ISO 3166-1 alpha-2, empty where there is none), `name`. */
  countries: FeatureCollection;
  /** Property: `kind`, `border` or `disputed`; disputed ones have a `name`. Coasts are not among them. */
  borders: FeatureCollection;
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
  return feature(map, object(map, name) as GeometryCollection<GeoJsonProperties>);
}

/** Countries and borders, for the first view. */
export function groundOf(map: Topology): Ground {
  const settled = feature(map, object(map, 'borders')) as Feature<MultiLineString>;
  const disputed = collection(map, 'disputed').features.map((line) => ({ ...line, properties: { ...line.properties, kind: 'disputed' } }));
  return {
    countries: collection(map, 'countries'),
    borders: { type: 'FeatureCollection', features: [{ ...settled, properties: { kind: 'border' } }, ...disputed] },
  };
}

/** First-order divisions; property `code`: the value of the API's `admin1`, `name`. */
export function divisionsOf(map: Topology): FeatureCollection {
  const divisions = collection(map, 'divisions');
  return {
    type: 'FeatureCollection',
    features: divisions.features.map((shape) => ({ ...shape, properties: { ...shape.properties, code: String(shape.id) } })),
  };
}

export const loadGround = async (): Promise<Ground> => groundOf(await load(countriesUrl));
export const loadDivisions = async (): Promise<FeatureCollection> => divisionsOf(await load(divisionsUrl));
