// Makes country-codes.tsv, the codes of countries that exports need, from facts in an npm package.
// Usage: npm install && node make-codes.mjs > ../../pipeline/src/main/resources/org/tocsin/cli/export/country-codes.tsv
import { readFileSync } from 'node:fs';
import lookup from 'country-code-lookup';

const OURS = new URL('../../pipeline/src/main/resources/org/tocsin/document/gazetteer/countries.tsv', import.meta.url);
const SOURCE = 'ISO 3166-1; FIPS 10-4';
/** What the package lacks or has for one part of the country alone. */
const OWN = new Map([
  ['FM', { fips: 'FM' }],
  ['PS', { fips: '' }],
]);
/** Parts of a country that FIPS 10-4 codes apart, by country and first-order division. */
const PARTS = [
  ['PS/Gaza Strip', 'PSE', '275', 'GZ'],
  ['PS/West Bank', 'PSE', '275', 'WE'],
];

const codes = new Map(lookup.countries.map((country) => [country.iso2, country]));
const rows = readFileSync(OURS, 'utf8').trim().split('\n').slice(1).map((row) => {
  const code = row.split('\t')[0];
  const known = { ...codes.get(code), ...OWN.get(code) };
  return [code, known.iso3 ?? '', known.isoNo ?? '', known.fips ?? ''];
});
console.log(['code', 'iso3', 'iso_numeric', 'fips', 'source'].join('\t'));
for (const row of [...rows, ...PARTS].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log([...row, SOURCE].join('\t'));
}
