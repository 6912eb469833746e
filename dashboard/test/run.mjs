// Starts a Tocsin, fills it with made-up news and drives its page with a browser.
// Usage: npm ci && node run.mjs [incidents of the large test]
import { spawn } from 'node:child_process';
import { Server } from './server.mjs';

/** Happenings of which about five thousand events are told. */
const FEW = 2_900;
/** So many happenings a day at most: where there are more, several of one town and day become one incident. */
const DENSITY = 100;
const MANY = Number(process.argv[2] ?? 10_000);

function tests(file, origin) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--test', '--test-reporter=spec', file], { stdio: 'inherit', env: { ...process.env, TOCSIN_URL: origin } });
    child.on('exit', resolve);
  });
}

async function withNews(happenings, days, file) {
  const begun = Date.now();
  const server = await Server.start();
  try {
    const incidents = await server.load(happenings, days);
    console.log(`${incidents} incidents loaded in ${Math.round((Date.now() - begun) / 1000)} s`);
    return await tests(new URL(file, import.meta.url).pathname, server.origin);
  } finally {
    await server.stop();
  }
}

const few = await withNews(FEW, 90, 'page.test.mjs');
const many = MANY > 0 ? await withNews(MANY, Math.max(365, MANY / DENSITY), 'many.test.mjs') : 0;
process.exitCode = few || many ? 1 : 0;
