import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { divisionsOf, groundOf } from '../map/ground';

function read(file: string): { bytes: number; map: Topology } {
  const text = readFileSync(new URL(file, import.meta.url));
  return { bytes: gzipSync(text, { level: 9 }).length, map: JSON.parse(text.toString('utf8')) as Topology };
}

describe('countries.json', () => {
  const { bytes, map } = read('countries.json');
  const ground = groundOf(map);

  it('is small enough for the first view', () => {
    expect(bytes).toBeLessThanOrEqual(70 * 1024);
  });

  it('names each country by its ISO 3166-1 code', () => {
    const codes = ground.countries.features.map((country) => String(country.properties?.code));
    expect(codes).toEqual(expect.arrayContaining(['UA', 'RU', 'IL', 'PS', 'SD', 'SS', 'EH', 'TW', 'XK']));
    expect(codes.filter((code) => !/^([A-Z]{2})?$/.test(code))).toEqual([]);
  });

  it('keeps disputed borders apart', () => {
    const names = ground.borders.features.filter((line) => line.properties?.kind === 'disputed').map((line) => String(line.properties?.name));
    expect(names).toEqual(expect.arrayContaining(['Crimea', 'Western Sahara', 'Golan Heights', 'Kashmir, line of control']));
  });
});

describe('divisions.json', () => {
  const { bytes, map } = read('divisions.json');
  const keys = divisionsOf(map).features.map((division) => String(division.properties?.code));

  it('is small enough to load when it is asked for', () => {
    expect(bytes).toBeLessThanOrEqual(600 * 1024);
  });

  it('has each division once, under the key of the API', () => {
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !/^([A-Z]{2}-[A-Z0-9]{1,3}|[A-Z]{2}\/.+)$/.test(key))).toEqual([]);
    expect(keys).toEqual(expect.arrayContaining(['UA-59', 'UA-43', 'UA-40', 'RU-BEL', 'SD-DN', 'NG-BO', 'MM-16', 'CO-CAU', 'PS/Gaza Strip']));
    expect(keys.filter((key) => key.startsWith('UA-'))).toHaveLength(27);
  });
});
