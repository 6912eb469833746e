// Starts a Tocsin, fills it with made-up news and drives its page with a browser.
// Usage: npm ci && node run.mjs [incidents of the large test]
import { spawn } from 'node:child_process';
import { GuardedServer, Server } from './server.mjs';

/** Happenings of which about five thousand events are told. */
const FEW = 2_900;
/** So many happenings a day at most: where there are more, several of one town and day become one incident. */
const DENSITY = 100;
const MANY = Number(process.argv[2] ?? 10_000);

function tests(file, origin, more = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--test', '--test-reporter=spec', file], { stdio: 'inherit', env: { ...process.env, TOCSIN_URL: origin, ...more } });
    child.on('exit', resolve);
  });
}

const path = (file) => new URL(file, import.meta.url).pathname;

/** The page where the API asks for tokens. */
async function withTokens(other) {
  const server = await GuardedServer.start(other);
  try {
    return await tests(path('token.test.mjs'), server.origin, { READ_TOKEN: server.tokens.read, PUBLISH_TOKEN: server.tokens.publish });
  } finally {
    await server.stop();
  }
}

async function withNews(happenings, days, file, further = () => 0) {
  const begun = Date.now();
  const server = await Server.start();
  try {
    const incidents = await server.load(happenings, days);
    console.log(`${incidents} incidents loaded in ${Math.round((Date.now() - begun) / 1000)} s`);
    return (await tests(path(file), server.origin)) || (await further(server));
  } finally {
    await server.stop();
  }
}

const few = await withNews(FEW, 90, 'page.test.mjs', withTokens);
const many = MANY > 0 ? await withNews(MANY, Math.max(365, MANY / DENSITY), 'many.test.mjs') : 0;
process.exitCode = few || many ? 1 : 0;
