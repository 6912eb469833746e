import type { FeatureCollection, Geometry, Position } from 'geojson';

const POLE = 90;

/**
 * A ring or line that steps over the antimeridian, for a flat map: what lies beyond it goes on past 180 degrees instead of jumping
 * to the other edge of the world. A ring around a pole, which steps over once, is led along the edges of the map to the pole.
 */
export function unjumped(line: readonly Position[]): Position[] {
  const jumps = line.filter((point, i) => i > 0 && jumpsTo(line[i - 1], point));
  if (!jumps.length) return [...line];
  return jumps.length % 2 ? aroundPole(line) : goingOn(line);
}

function jumpsTo(from: Position | undefined, to: Position): boolean {
  return Math.abs((to[0] ?? 0) - (from?.[0] ?? 0)) > 180;
}

function goingOn(line: readonly Position[]): Position[] {
  let shift = 0;
  return line.map((point, i) => {
    const before = line[i - 1];
    if (before && jumpsTo(before, point)) shift += (before[0] ?? 0) > 0 ? 360 : -360;
    return [(point[0] ?? 0) + shift, point[1] ?? 0];
  });
}

function aroundPole(line: readonly Position[]): Position[] {
  return line.flatMap((point, i): Position[] => {
    const before = line[i - 1];
    if (!before || !jumpsTo(before, point)) return [point];
    const edge = (before[0] ?? 0) > 0 ? 180 : -180;
    const pole = (point[1] ?? 0) < 0 ? -POLE : POLE;
    return [[edge, before[1] ?? 0], [edge, pole], [-edge, pole], [-edge, point[1] ?? 0], point];
  });
}

function geometry(shape: Geometry): Geometry {
  switch (shape.type) {
    case 'LineString':
      return { ...shape, coordinates: unjumped(shape.coordinates) };
    case 'MultiLineString':
    case 'Polygon':
      return { ...shape, coordinates: shape.coordinates.map(unjumped) };
    case 'MultiPolygon':
      return { ...shape, coordinates: shape.coordinates.map((polygon) => polygon.map(unjumped)) };
    default:
      return shape;
  }
}

/** The same features without jumps over the antimeridian; see {@link unjumped}. */
export function withoutJumps(collection: FeatureCollection): FeatureCollection {
  return { ...collection, features: collection.features.map((one) => ({ ...one, geometry: geometry(one.geometry) })) };
}
