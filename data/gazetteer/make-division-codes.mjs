// Makes division-codes.tsv beside the gazetteer: the ISO 3166-2 code of each first-order division, from three things:
//   the name (GeoNames' against the list of legal codes), the towns (in which Natural Earth division, with which code, most of them lie),
//   and division-code-decisions.tsv, decided by hand where the two disagree or neither is enough.
// Usage: node make-records.mjs first, then node make-division-codes.mjs [folder of node_modules]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DivisionPolygons } from './division-polygons.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const MODULES = process.argv[2] ?? join(HERE, 'node_modules');
const TARGET = join(HERE, '../../pipeline/src/main/resources/org/tocsin/document/gazetteer/division-codes.tsv');

/** Towns decide if this share of them lies in divisions of one code. */
const MAJORITY = 0.6;
/** Names this alike (1 = equal once folded) are the same name in another spelling. */
const SAME_NAME = 0.75;
/** A code that the towns chose under a name less alike than this is listed for a look by hand. */
const DOUBTFUL_NAME = 0.4;
/** Natural Earth's codes of a country count only if they agree with this share of its divisions whose names settle the code. */
const TRUSTED = 0.8;

/** Countries whose divisions in GeoNames are, some of them at least, of the second level in ISO 3166-2. */
const SECOND_LEVEL = new Set('AZ CV DO GW IQ KN MH'.split(' '));

/** Countries of which ISO 3166-2 lists other divisions than GeoNames: provinces and regions, governorates and territories. */
const OTHER_DIVISIONS = new Set('MG PS'.split(' '));

/** Words of division names that say only what kind of division it is, in the languages of the list. */
const KIND_WORDS = new Set(
  ('oblast oblys oblysy kray krai kraj respublika republic avtonomnaya avtonomnyy okrug avtonomna autonomous province provincia ' +
    'provincie region regiao regione state estado district distrito department departamento departement governorate prefecture ' +
    'county city municipality municipio area capital territory rayon raion rajon division of de del do da the la le el y and et ' +
    'al ad ar as ash an at az ed en er es kraj vilayeti velayat welayaty wilayah wilaya mintaqat muhafazat judet zupanija apskritis ' +
    'sheng shi qu zizhiqu parish opstina novads rajons pradesh voivodeship oblisi voblasts gwangyeoksi persekutuan viloyati').split(' '),
);

function fold(name) {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[ıİ]/g, 'i').replace(/ł/g, 'l').replace(/đ/g, 'd')
    .replace(/ø/g, 'o').replace(/ß/g, 'ss').replace(/æ/g, 'ae').replace(/[''’‘ʻʼ`ʿʾ"]/g, '');
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const telling = words.filter((word) => !KIND_WORDS.has(word));
  return (telling.length > 0 ? telling : words).join('');
}

function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}

/** 0..1: how alike two folded names are. */
function likeness(a, b) {
  return a === b ? 1 : 1 - distance(a, b) / Math.max(a.length, b.length);
}

function table(file) {
  const [header, ...rows] = readFileSync(file, 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  const columns = header.split('\t');
  return rows.map((row) => Object.fromEntries(row.split('\t').map((cell, i) => [columns[i], cell])));
}

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) {
    const at = key(item);
    if (!groups.has(at)) groups.set(at, []);
    groups.get(at).push(item);
  }
  return groups;
}

/** The legal code that a Natural Earth code stands for at the level of the country's own divisions; null where none is legal. */
function topLevel(code, legal) {
  let entry = legal.get(code);
  while (entry && entry.parent.length > 2) entry = legal.get(entry.parent);
  return entry?.code ?? null;
}

/** code -> share of the division's towns that lie in polygons of that code. */
function townVotes(towns, polygons, legal) {
  const votes = new Map();
  for (const town of towns) {
    const found = polygons.at(town.lon, town.lat)?.code;
    if (!found || !legal.has(found)) continue;
    for (const code of new Set([found, topLevel(found, legal)])) {
      votes.set(code, (votes.get(code) ?? 0) + 1 / towns.length);
    }
  }
  return votes;
}

function candidatesOf(division, towns, codes, polygons, legal) {
  const votes = townVotes(towns, polygons, legal);
  const names = [division.name, ...division.names.split('|'), ...division.forms.split('|')].filter(Boolean).map(fold);
  return codes.map((entry) => {
    const iso = fold(entry.name);
    const name = Math.max(...names.map((own) => likeness(own, iso)));
    return { division, entry, name, towns: votes.get(entry.code) ?? 0 };
  });
}

/** Some countries' codes were renumbered or are mixed up in Natural Earth (Iran, Viet Nam): their towns prove nothing. */
function withoutUntrusted(candidates) {
  const exact = candidates.filter((c) => c.name === 1);
  const settled = exact.filter((c) => exact.filter((o) => o.entry === c.entry).length === 1 &&
    candidates.some((o) => o.division === c.division && o.towns > 0));
  const agreeing = settled.filter((c) => c.towns >= MAJORITY).length;
  return agreeing >= TRUSTED * settled.length ? candidates : candidates.map((c) => ({ ...c, towns: 0 }));
}

/** Best pairs first, each division and each code once; a top-level code before one of the level below. */
function assign(candidates, taken) {
  const weight = (c) => (c.name === 1 ? 1.5 : c.name) + c.towns - (c.entry.parent.length > 2 ? 0.05 : 0);
  const found = new Map();
  const choose = (enough) => {
    for (const candidate of candidates.filter(enough).sort((a, b) => weight(b) - weight(a))) {
      if (found.has(candidate.division) || taken.has(candidate.entry.code)) continue;
      found.set(candidate.division, candidate);
      taken.add(candidate.entry.code);
    }
  };
  choose((c) => c.name >= SAME_NAME || (c.towns >= MAJORITY && c.name >= DOUBTFUL_NAME));
  choose((c) => c.towns >= MAJORITY);
  return found;
}

function sourceOf({ name, towns }) {
  const parts = [];
  if (name >= SAME_NAME) parts.push('name');
  if (towns >= MAJORITY) parts.push('towns');
  return parts.join('+');
}

function codesOfCountry(country, divisions, townsOf, context) {
  const { legal, polygons, decisions } = context;
  const codes = [...legal.values()].filter((entry) => entry.code.startsWith(`${country}-`) &&
    (entry.parent === country || SECOND_LEVEL.has(country)) && !OTHER_DIVISIONS.has(country));
  const decided = divisions.filter((division) => decisions.has(division.admin1));
  const open = divisions.filter((division) => !decisions.has(division.admin1));
  const rows = decided.map((division) => {
    const { code, source } = decisions.get(division.admin1);
    if (code && !legal.has(code)) throw new Error(`division-code-decisions.tsv: ${division.admin1}: ${code} is no code of ISO 3166-2`);
    return { division, code, source };
  });
  const taken = new Set(rows.map((row) => row.code).filter(Boolean));
  const candidates = withoutUntrusted(
    open.flatMap((division) => candidatesOf(division, townsOf.get(division.admin1) ?? [], codes, polygons, legal)));
  const found = assign(candidates, taken);
  for (const division of open) {
    const chosen = found.get(division);
    rows.push(chosen ? { division, code: chosen.entry.code, source: sourceOf(chosen), chosen } : { division, code: '', source: 'none' });
    context.review.push(...doubts(division, chosen, candidates));
  }
  return rows;
}

/** Lines for a look by hand: the towns lie elsewhere, the name is unlike or only similar, or there is no code. */
function doubts(division, chosen, candidates) {
  const own = candidates.filter((c) => c.division === division);
  const byTowns = own.reduce((best, c) => (c.towns > (best?.towns ?? 0.5) ? c : best), null);
  const contradicted = chosen && byTowns && byTowns.entry.code !== chosen.entry.code && chosen.towns < 0.5;
  const unlike = chosen && chosen.name < DOUBTFUL_NAME && chosen.towns < 0.9;
  const spelling = chosen && chosen.name < 1 && chosen.towns < MAJORITY;
  if (chosen && !contradicted && !unlike && !spelling) return [];
  const byName = [...own].sort((a, b) => b.name - a.name).slice(0, 3);
  const show = (c) => (c ? `${c.entry.code} ${c.entry.name} (name ${c.name.toFixed(2)}, towns ${c.towns.toFixed(2)})` : '-');
  return [[division.admin1, division.name, show(chosen), show(byTowns), byName.map(show).join('; ')].join('\t')];
}

function countryName(code) {
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(code);
}

const { iso31662 } = await import(pathToFileURL(join(MODULES, 'iso-3166/index.js')));
const legal = new Map(iso31662.map((entry) => [entry.code, entry]));
const records = table(join(HERE, 'build/records.tsv'));
const divisions = records.filter((record) => record.kind === 'ADMIN1');
const townsOf = groupBy(records.filter((record) => record.kind === 'TOWN'), (town) => town.admin1);
const decisions = new Map(table(join(HERE, 'division-code-decisions.tsv')).map((row) => [row.admin1, row]));
const polygons = DivisionPolygons.load(MODULES);
const context = { legal, polygons, decisions, review: [] };

const known = new Set(divisions.map((division) => division.admin1));
const unused = [...decisions.keys()].filter((code) => !known.has(code));
if (unused.length > 0) throw new Error(`division-code-decisions.tsv names divisions that are not there: ${unused.join(', ')}`);

const rows = [...groupBy(divisions, (division) => division.country)].flatMap(([country, own]) =>
  codesOfCountry(country, own, townsOf, context));
rows.sort((a, b) => (a.division.admin1 < b.division.admin1 ? -1 : 1));
const lines = rows.map(({ division, code, source }) => [division.country, division.name, code, source].join('\t'));
writeFileSync(TARGET, ['country\tdivision\tcode\tsource', ...lines].join('\n') + '\n');
mkdirSync(join(HERE, 'build'), { recursive: true });
writeFileSync(join(HERE, 'build/division-code-review.tsv'), context.review.join('\n') + '\n');

const without = rows.filter((row) => !row.code);
console.error(`${rows.length} divisions, ${rows.length - without.length} with a code, ${without.length} without; ` +
  `${context.review.length} lines for a look in build/division-code-review.tsv`);
const missing = groupBy(without, (row) => row.division.country);
console.error([...missing].sort((a, b) => b[1].length - a[1].length).slice(0, 40)
  .map(([country, list]) => `${countryName(country)} ${list.length}`).join(', '));
