import { expect, it } from 'vitest';
import { address, nextLink } from './api';
import { joined } from './export';

it('pages of CSV become one table with one head', () => {
  expect(joined(['id,name\r\n1,a\r\n', 'id,name\r\n2,b\r\n'], 'csv')).toBe('id,name\r\n1,a\r\n2,b\r\n');
});

it('pages of NDJSON become one, also without a last line break', () => {
  expect(joined(['{"a":1}', '{"a":2}\n', ''], 'ndjson')).toBe('{"a":1}\n{"a":2}\n');
});

it('pages of GeoJSON become one collection', () => {
  const page = (id: number) => JSON.stringify({ type: 'FeatureCollection', features: [{ id }], links: [{ rel: 'next' }] });

  expect(JSON.parse(joined([page(1), page(2)], 'geojson'))).toEqual({
    type: 'FeatureCollection',
    numberMatched: 2,
    numberReturned: 2,
    features: [{ id: 1 }, { id: 2 }],
  });
});

it('the next page stands in the Link header', () => {
  expect(nextLink('</v1/incidents?cursor=x>; rel="next"')).toBe('/v1/incidents?cursor=x');
  expect(nextLink('</v1>; rel="self", </v1?cursor=y>; rel="next"')).toBe('/v1?cursor=y');
  expect(nextLink(null)).toBeUndefined();
});

it('an address carries the filter under its names and leaves out what is unset', () => {
  expect(address('/v1/incidents', { country: 'UA,RU', q: 'a&b' }, { limit: 5, sort: undefined })).toBe('/v1/incidents?q=a%26b&country=UA,RU&limit=5');
  expect(address('/v1/status', {})).toBe('/v1/status');
});
