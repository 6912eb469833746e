// The page where the API asks for a token. TOCSIN_URL: such a Tocsin with some incidents; READ_TOKEN, PUBLISH_TOKEN: tokens of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { launch, open } from './browser.mjs';

const { TOCSIN_URL: ORIGIN, READ_TOKEN, PUBLISH_TOKEN } = process.env;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

/** A test on a page of its own, which must never put a token into an address nor complain of anything but refusals. */
function onPage(name, body, options = {}) {
  test(name, { timeout: 150_000 }, async () => {
    const { page, watch, close } = await open(browser, ORIGIN, options);
    const addresses = [];
    page.on('request', (request) => addresses.push(request.url()));
    try {
      await body(page);
      assert.deepEqual(watch.outside, [], 'requests to other servers');
      const complaints = watch.complaints.filter((complaint) => !/40[13]|status of 40/.test(complaint));
      assert.deepEqual(complaints, [], 'errors in the console');
      for (const token of [READ_TOKEN, PUBLISH_TOKEN]) {
        assert.ok(!addresses.concat(page.url()).some((address) => address.includes(token)), 'a token in an address');
      }
    } finally {
      await close();
    }
  });
}

const dialog = (page) => page.getByRole('dialog', { name: 'This server asks for a token' });

async function give(page, token) {
  await dialog(page).getByLabel('Token').fill(token);
  await page.keyboard.press('Enter');
}

onPage('who has no token is asked for one, once, and may put it off', async (page) => {
  await dialog(page).waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'token-value');
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  assert.deepEqual(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`), []);

  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'hidden' });
  await page.getByText('needs a token').first().waitFor();
  const again = page.getByRole('button', { name: 'Enter token' });
  await again.focus();
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
  await dialog(page).getByRole('button', { name: 'Not now' }).click();
  await dialog(page).waitFor({ state: 'hidden' });
});

onPage('a token that is not good, or not for reading, is told apart', async (page) => {
  await dialog(page).waitFor();
  await give(page, 'tocsin_0000000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
  await dialog(page).getByRole('alert').getByText('not good').waitFor();
  await give(page, PUBLISH_TOKEN);
  await dialog(page).getByRole('alert').getByText('scope read').waitFor();
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
});

onPage('with a token the page shows, follows, saves and forgets', async (page) => {
  await dialog(page).waitFor();
  await give(page, READ_TOKEN);
  await page.locator('#list a.row').first().waitFor();
  await page.locator('#live [data-state=connected]').waitFor();
  assert.equal(await page.evaluate(() => document.cookie + JSON.stringify(localStorage)), '{}');

  const answer = await fetch(`${ORIGIN}/v1/articles`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${PUBLISH_TOKEN}` },
    body: JSON.stringify({ id: 'live', text: 'A drone strike killed 77 people in Mopti in Mali on Sunday, doctors said.', published: '2026-11-23T09:00:00Z' }),
  });
  assert.equal(answer.status, 202);
  await page.locator('#live button.primary').waitFor();

  await page.locator('#export summary').click();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()]);
  assert.equal(await saved.failure(), null);
  await page.reload({ waitUntil: 'commit' });
  await page.locator('#list a.row').first().click();
  await page.locator('#card-title').waitFor();
  const [json] = await Promise.all([page.waitForEvent('download'), page.locator('#card').getByRole('link', { name: 'JSON' }).click()]);
  assert.equal(await json.failure(), null);

  await page.getByRole('button', { name: 'Forget token' }).click();
  await dialog(page).waitFor();
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
});
