import { readFileSync } from 'node:fs';

/** Country -> towns of it, as GeoNames spells them. */
const TOWNS = JSON.parse(readFileSync(new URL('towns.json', import.meta.url), 'utf8'));
const NAMED = Object.entries(TOWNS).flatMap(([country, towns]) => towns.map((town) => `${town} in ${country}`));
/** An even number of them, so that both happenings of an article are told of the same pair in each round. */
const PLACES = NAMED.slice(0, NAMED.length - (NAMED.length % 2));
const METHODS = ['A drone strike', 'An air strike', 'A missile strike', 'An artillery attack', 'A car bomb'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DAY_MS = 86_400_000;

/** What each sentence tells of: the n-th happening of all is at a town and on a day that no other of its kind has. */
const SENTENCES = [
  (n, place, day) => `${METHODS[n % METHODS.length]} killed ${1 + (n % 23)} people and injured ${2 + (n % 61)} in ${place} on ${day}, doctors said.`,
  (n, place, day) => `Rebel fighters captured the town of ${place} on ${day}, residents said.`,
  (n, place, day) => `Air defences shot down ${1 + (n % 31)} drones over ${place} on ${day}, the defence ministry said.`,
];

function weekday(day) {
  return WEEKDAYS[day.getUTCDay()];
}

/**
 * Made-up articles that tell of so many happenings, two an article, spread over the days before a day.
 * No article can be mistaken for a copy of another and no happening for another one.
 */
export function* articles({ happenings, until, days }) {
  const end = Date.parse(`${until}T00:00:00Z`);
  for (let n = 0; n < happenings; n += 2) {
    const texts = [n, n + 1].filter((one) => one < happenings).map((one) => happening(one, end, days));
    const latest = Math.max(...texts.map(({ day }) => day.getTime()));
    yield {
      id: `made-up-${n / 2}`,
      title: `Report ${n / 2}`,
      text: texts.map(({ text }) => text).join('\n\n'),
      published_at: new Date(latest + DAY_MS + (n % 1440) * 60_000).toISOString(),
      source: `Wire ${1 + (n % 7)}`,
      url: `https://news.example/${n / 2}`,
    };
  }
}

function happening(n, end, days) {
  const place = n % PLACES.length;
  const round = Math.floor(n / PLACES.length);
  const kind = SENTENCES[round % 8 < 6 ? 0 : (round % 8) - 5];
  // both happenings of an article are of one day, so that the weekdays in it are not mistaken; 7 has no divisor in common with the days
  const day = new Date(end - ((round * 7 + Math.floor(place / 2) * 13) % days) * DAY_MS);
  return { day, text: kind(n, PLACES[place], weekday(day)) };
}
