import { expect, it } from 'vitest';
import { readLicences } from '../plugins/licences';

it('every part of the page has a licence that an Apache-2.0 program may carry', () => {
  const licences = readLicences();

  expect(licences.map((part) => part.name)).toEqual(expect.arrayContaining(['maplibre-gl', 'uplot', 'svelte', 'earcut']));
  expect(licences.filter((part) => !/^(\(?)(MIT|ISC|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|0BSD|Zlib|CC0-1\.0)/.test(part.licence))).toEqual([]);
});
