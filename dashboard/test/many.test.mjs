// The page with very many incidents: how fast it answers to the brush and to moves of the map.
// TOCSIN_URL: a running Tocsin that holds them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open } from './browser.mjs';
import { Explore } from './explore.mjs';
import { median, report } from './report.mjs';

const ORIGIN = process.env.TOCSIN_URL ?? 'http://127.0.0.1:8080';
const ANSWER_MS = 200;
const ROUNDS = 11;

let browser;
before(async () => {
  browser = await launch();
});
after(async () => browser?.close());

/**
 * Notes in the page when its address changes, and when list and map have shown what belongs to it: the end of the frame that shows it.
 * Without a graphics card a frame of the map alone takes as long as all answers together.
 */
function instrument() {
  const times = (window.answers = []);
  let changed;
  for (const name of ['pushState', 'replaceState']) {
    const original = history[name].bind(history);
    history[name] = (...args) => {
      original(...args);
      changed ??= performance.now();
    };
  }
  const parts = new Map();
  const busy = () => ['#list', '#map'].some((id) => document.querySelector(id)?.getAttribute('aria-busy') === 'true');
  new MutationObserver((records) => {
    for (const { target } of records) parts.set(target.id, true);
    if (changed === undefined || !parts.has('list') || busy()) return;
    const from = changed;
    changed = undefined;
    parts.clear();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => times.push(performance.now() - from);
    // a message that is sent before the frame is drawn comes when it has been
    requestAnimationFrame(() => port2.postMessage(''));
  }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['aria-busy'] });
}

async function answers(page, rounds, act) {
  for (let round = 0; round < rounds; round++) {
    const before = await page.evaluate(() => window.answers.length);
    await act(round);
    await page.waitForFunction((known) => window.answers.length > known, before);
  }
  return page.evaluate(() => window.answers.splice(0));
}

test('brush and pan of many incidents answer from the server', { timeout: 240_000 }, async () => {
  const { page, watch, close } = await open(browser, ORIGIN);
  try {
    const explore = new Explore(page, ORIGIN);
    await explore.settled();
    const all = await explore.count();
    assert.ok(all > 5000, `${all} incidents`);
    assert.equal(await page.locator('#map').getAttribute('data-mode'), 'cells');
    await page.evaluate(instrument);

    const brushes = await answers(page, ROUNDS, (round) => explore.brush(0.1 + 0.05 * round, 0.2 + 0.05 * round));
    report(`brush over ${all} incidents, median of ${brushes.length}`, median(brushes), ANSWER_MS, 'ms');
    await explore.showsWhatTheApiSays();

    await explore.map.locator('canvas').first().focus();
    const keys = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'];
    const pans = await answers(page, ROUNDS, (round) => page.keyboard.press(keys[round % keys.length]));
    report(`pan over ${all} incidents, median of ${pans.length}`, median(pans), ANSWER_MS, 'ms');
    await explore.showsWhatTheApiSays();
    assert.ok(watch.bytes < 5 * 1024 * 1024, `${watch.bytes} bytes: the page fetches single incidents where it should ask for clusters`);
    assert.deepEqual(watch.outside, []);
  } finally {
    await close();
  }
});
