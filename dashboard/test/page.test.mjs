// The page with five thousand incidents. TOCSIN_URL: a running Tocsin that holds them; PICTURES: a folder for screenshots.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { launch, open } from './browser.mjs';
import { Explore } from './explore.mjs';
import { report } from './report.mjs';

const ORIGIN = process.env.TOCSIN_URL ?? 'http://127.0.0.1:8080';
const PICTURES = process.env.PICTURES ?? join(import.meta.dirname, 'target/pictures');
const FIRST_VIEW_BYTES = 600 * 1024;
const FIRST_DOT_MS = 3000;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser;
before(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await launch();
});
after(async () => browser?.close());

/** A test on a page of its own that must ask nobody else and complain of nothing. */
function onPage(name, options, body) {
  test(name, { timeout: 150_000 }, async () => {
    const { page, watch, close } = await open(browser, ORIGIN, options);
    try {
      await body(page, new Explore(page, ORIGIN), watch);
      assert.deepEqual(watch.outside, [], 'requests to other servers');
      assert.deepEqual(watch.complaints, [], 'errors in the console');
    } catch (error) {
      await page.screenshot({ path: join(PICTURES, `failed-${name.replace(/[^a-z0-9]+/gi, '-').slice(0, 60)}.png`) }).catch((missed) => console.log(`no picture of it: ${missed.message}`));
      throw error;
    } finally {
      await close();
    }
  });
}

onPage('the first view shows dots soon and is small', {}, async (page, explore, watch) => {
  await page.waitForFunction(() => performance.getEntriesByName('tocsin:first-dot').length > 0);
  const first = await page.evaluate(() => performance.getEntriesByName('tocsin:first-dot')[0].startTime);
  await explore.settled();
  assert.ok((await coloured(await explore.map.locator('canvas').first().screenshot())) > 200, 'the map shows no coloured symbols');
  const bytes = watch.bytes;

  report('first dot after load', first, FIRST_DOT_MS, 'ms');
  console.log("\n" + watch.parts.join('\n'));
  report('first view on the wire', bytes / 1024, FIRST_VIEW_BYTES / 1024, 'KiB');
  assert.ok(bytes <= FIRST_VIEW_BYTES, `the first view is ${Math.round(bytes / 1024)} KiB on the wire, more than ${FIRST_VIEW_BYTES / 1024}`);
  assert.ok((await explore.count()) > 2500);
  await explore.showsWhatTheApiSays();
});

onPage('moving the map filters list and timeline, Back undoes it', {}, async (page, explore) => {
  await explore.settled();
  const all = await explore.count();

  await explore.map.locator('canvas').first().focus();
  await page.keyboard.press('+');
  await explore.waitForParameter('bbox');
  const seen = await explore.showsWhatTheApiSays();
  assert.ok(seen > 0 && seen < all, `${seen} of ${all}`);

  await page.goBack();
  await explore.waitWithoutParameter('bbox');
  assert.equal(await explore.showsWhatTheApiSays(), all);
});

onPage('brushing the histogram filters list and map, Back undoes it', {}, async (page, explore) => {
  await explore.settled();
  const all = await explore.count();

  await explore.brush(0.4, 0.6);
  assert.match(await explore.waitForParameter('datetime'), /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/);
  const some = await explore.showsWhatTheApiSays();
  assert.ok(some > 0 && some < all, `${some} of ${all}`);
  await mapShows(page, await explore.placed());

  await page.goBack();
  await explore.waitWithoutParameter('datetime');
  assert.equal(await explore.showsWhatTheApiSays(), all);
});

onPage('a place of the list filters, and a row opens its details', { path: '/?tab=places' }, async (page, explore) => {
  await explore.settled();
  const place = page.locator('#side-panel button, #side-panel a').first();
  await place.click();
  await explore.waitForParameter('admin1', /^[A-Z]{2}[-/]/);
  await page.getByRole('tab', { name: 'Incidents' }).click();
  const some = await explore.showsWhatTheApiSays();
  assert.ok(some > 0);

  const title = await explore.rows.first().locator('.title').innerText();
  await explore.rows.first().click();
  await explore.card.locator('mark').first().waitFor();
  assert.ok((await explore.card.locator('h2').innerText()).includes(title.split(/:\s+/).at(-1)));
  const source = explore.card.locator('a[href^="https://news.example/"]').first();
  assert.match(await source.getAttribute('rel'), /noopener/);
  assert.match(await explore.card.innerText(), /doctors|residents|ministry/);
  assert.match(await explore.card.innerText(), /populated place/);
});

onPage('the address alone gives the view', { path: '/?event_type=strike&country=UA,SD&min_killed=5&sort=-killed' }, async (page, explore) => {
  const some = await explore.showsWhatTheApiSays();
  assert.ok(some > 0);
  await mapShows(page, await explore.placed());
  assert.equal(await explore.filters.getByRole('button', { name: 'Strikes' }).getAttribute('aria-pressed'), 'true');
  const killed = await explore.rows.locator('.facts').evaluateAll((facts) => facts.map((fact) => Number(/(\d+)\s*killed/.exec(fact.textContent)?.[1])));
  assert.deepEqual(killed, [...killed].sort((a, b) => b - a));

  await explore.filters.getByRole('button', { name: 'Clear all' }).click();
  await explore.waitWithoutParameter('event_type');
  assert.ok((await explore.showsWhatTheApiSays()) > some);
});

onPage('an incident that comes in is announced and shown', {}, async (page, explore) => {
  await explore.settled();
  await page.locator('#live [data-state=connected]').waitFor();
  const all = await explore.count();
  const number = Date.now() % 100_000;
  await publish({ id: `live-${number}`, text: `A drone strike killed 77 people and injured 177 in Mopti in Mali on Sunday, doctors said.`, published: '2026-11-23T09:00:00Z' });

  const news = page.locator('#live button.primary');
  await news.waitFor();
  await news.click();
  await page.waitForFunction((before) => Number(document.querySelector('#list .bar [role=status]')?.textContent?.replace(/[^0-9]/g, '')) === before + 1, all);
  await explore.rows.filter({ hasText: '77 killed' }).first().waitFor();
});

onPage('text that looks like markup shows as text', {}, async (page, explore) => {
  const script = '<script>window.hacked=1</script><img src=x onerror="window.hacked=2">';
  await publish({
    id: 'markup', title: script, source: script, published: '2026-11-24T09:00:00Z',
    text: `${script} A car bomb killed 66 people and injured 166 in Gao in Mali on Monday, ${script} doctors said. ${script}`,
  });
  await page.waitForFunction(async () => (await (await fetch('/v1/incidents?min_killed=66&country=ML&limit=10')).json()).data.some((one) => one.killed.best === 66));
  await page.goto(`${ORIGIN}/?country=ML&min_killed=60`);
  await explore.settled();
  await explore.rows.filter({ hasText: '66 killed' }).first().click();
  await explore.card.getByText('<script>', { exact: false }).first().waitFor();
  assert.equal(await page.locator('#card script, #card img[src=x]').count(), 0);

  await page.goto(`${ORIGIN}/?view=tryit`);
  await page.locator('#try-text').fill(`${script} A car bomb killed 66 people in Gao in Mali on Monday, doctors said.`);
  await page.getByRole('button', { name: 'Find events' }).click();
  await page.locator('main mark').first().waitFor();
  await page.getByText('<script>', { exact: false }).last().waitFor();
  assert.equal(await page.evaluate(() => window.hacked), undefined);
});

onPage('the keyboard alone filters, reads, opens and exports', {}, async (page, explore) => {
  await explore.settled();
  await explore.tabTo('#f-q');
  await page.keyboard.type('Kabul');
  await explore.waitForParameter('q');
  await explore.tabTo('#filters button.kind');
  await page.keyboard.press('Space');
  await explore.waitForParameter('event_type');
  const some = await explore.showsWhatTheApiSays();
  assert.ok(some > 0);

  await explore.tabTo('#list a.row');
  await page.keyboard.press('ArrowDown');
  const second = await page.evaluate(() => document.activeElement.dataset.incident);
  await page.keyboard.press('Enter');
  await explore.card.locator('mark').first().waitFor();
  await explore.hasFocus('#card-title');
  await page.keyboard.press('Escape');
  await explore.hasFocus(`a.row[data-incident="${second}"]`);

  await page.locator('body').evaluate(() => document.activeElement.blur());
  await explore.tabTo('#export summary');
  await page.keyboard.press('Enter');
  await explore.tabTo('#export a[href*="f=csv"]');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const lines = readFileSync(await download.path(), 'utf8').trimEnd().split('\r\n');
  assert.equal(lines.length - 1, some, 'rows of the CSV');
});

onPage('all formats export exactly the filter, and the map as a picture', { path: '/?country=UA&event_type=strike' }, async (page, explore) => {
  const some = await explore.showsWhatTheApiSays();
  await page.locator('#export summary').click();
  const text = async (format) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`#export a[href*="f=${format}"]`).click()]);
    return readFileSync(await download.path(), 'utf8');
  };
  assert.equal((await text('ndjson')).trimEnd().split('\n').length, some);
  const collection = JSON.parse(await text('geojson'));
  assert.equal(collection.features.length, some);
  assert.equal(collection.type, 'FeatureCollection');

  const [picture] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Map as PNG' }).click()]);
  assert.ok((await coloured(readFileSync(await picture.path()))) > 50, 'the picture of the map shows no symbols');
});

for (const theme of ['light', 'dark']) {
  for (const [view, path, prepare] of [
    ['explore', '/', undefined],
    ['table and filters', '/', async (page) => {
      await page.locator('#timeline').getByRole('button', { name: 'Table' }).click();
      await page.locator('#filters summary').click();
      await page.locator('#export summary').click();
    }],
    ['details', '/?country=UA', async (page) => {
      await page.locator('#list a.row').first().click();
      await page.locator('#card mark').first().waitFor();
    }],
    ['places', '/?tab=places&map=shades', undefined],
    ['change', '/?tab=change', undefined],
    ['try it', '/?view=tryit', async (page) => {
      await page.getByRole('button', { name: 'Find events' }).click();
      await page.locator('main mark').first().waitFor();
    }],
    ['about', '/?view=about', undefined],
    ['embedded', '/?embed=1&country=UA', undefined],
  ]) {
    onPage(`axe finds nothing: ${view}, ${theme}`, { path, theme, motion: 'reduce' }, async (page, explore) => {
      if (path.includes('view=')) await page.locator('main h1').waitFor();
      else if (path.includes('embed')) await page.locator('#map canvas').first().waitFor();
      else await explore.settled();
      await prepare?.(page);
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`), []);
    });
  }
}

for (const [name, width, height, theme, path] of [
  ['wide-light', 1280, 900, 'light', '/'],
  ['wide-dark', 1280, 900, 'dark', '/'],
  ['wide-choropleth', 1280, 900, 'light', '/?map=shades&tab=places&bbox=20,0,60,52'],
  ['tablet', 768, 1024, 'light', '/?country=UA'],
  ['phone', 320, 640, 'light', '/?country=UA'],
  ['phone-dark', 320, 640, 'dark', '/?country=UA'],
]) {
  onPage(`picture: ${name}`, { path, width, height, theme }, async (page, explore) => {
    await explore.settled();
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: width < 1000 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(overflow, 0, `the page is ${overflow} px wider than its window of ${width} px`);
    if ((await explore.rows.count()) === 0) return;
    await explore.rows.first().click();
    await page.locator('#card mark').first().waitFor();
    await explore.settled();
    await page.screenshot({ path: join(PICTURES, `${name}-details.png`), fullPage: width < 1000 });
  });
}

async function publish({ id, title = 'Report', text, published, source = 'Wire 1' }) {
  const answer = await fetch(`${ORIGIN}/v1/articles`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id, title, text, published_at: published, source, url: `https://news.example/${id}` }),
  });
  assert.equal(answer.status, 202, await answer.text());
}

/** Until the map says that it shows so many incidents. */
function mapShows(page, number) {
  return page.waitForFunction((expected) => Number(document.querySelector('#map .bar [role=status]')?.textContent?.replace(/[^0-9]/g, '')) === expected, number);
}

/** How many pixels of a picture are of a strong colour, as symbols are and land, sea and borders are not. */
async function coloured(picture) {
  const context = await browser.newContext();
  const page = await context.newPage();
  try {
    return await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
      canvas.drawImage(image, 0, 0);
      const { data } = canvas.getImageData(0, 0, image.width, image.height);
      let found = 0;
      for (let i = 0; i < data.length; i += 4) {
        if (Math.max(data[i], data[i + 1], data[i + 2]) - Math.min(data[i], data[i + 1], data[i + 2]) > 90) found++;
      }
      return found;
    }, picture.toString('base64'));
  } finally {
    await context.close();
  }
}
