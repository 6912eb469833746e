#!/usr/bin/env node
// Asks the OSV database (osv.dev) for known weaknesses of every library in the bill of materials and of every package in the lock file of the
// page. Fails on one that deploy/test/accepted-advisories.tsv does not accept with a reason. Where the database cannot be reached, it
// says so in one loud line and succeeds: a build without a network must not fail for that.
// Usage: deploy/test/advisories      OSV_URL is the address of the database, https://api.osv.dev where nothing is said
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const OSV = process.env.OSV_URL ?? 'https://api.osv.dev';
const BATCH = 500;
const PATIENCE_MS = 30_000;

function libraries() {
  const bill = join(ROOT, 'pipeline/target/tocsin-sbom.json');
  if (!existsSync(bill)) {
    throw new Error(`${bill} is not there: build the program first (./tocsin --version)`);
  }
  const purls = JSON.parse(readFileSync(bill, 'utf8')).components.map((component) => component.purl.split('?')[0]);
  const lock = JSON.parse(readFileSync(join(ROOT, 'dashboard/package-lock.json'), 'utf8'));
  for (const [path, part] of Object.entries(lock.packages)) {
    if (path !== '' && !part.dev) {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      purls.push(`pkg:npm/${name.replace('@', '%40')}@${part.version}`);
    }
  }
  return [...new Set(purls)];
}

function accepted() {
  const rows = readFileSync(join(ROOT, 'deploy/test/accepted-advisories.tsv'), 'utf8').trim().split('\n').slice(1);
  return new Map(rows.map((row) => row.split('\t')).map(([id, library, reason]) => [`${id} ${library}`, reason]));
}

async function ask(purls) {
  const body = JSON.stringify({ queries: purls.map((purl) => ({ package: { purl } })) });
  const answer = await fetch(`${OSV}/v1/querybatch`, { method: 'POST', body, signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) {
    throw new TypeError(`${OSV} answers ${answer.status}`);
  }
  const { results } = await answer.json();
  if (results.length !== purls.length) {
    throw new Error(`${OSV} answers ${results.length} of ${purls.length} questions`);
  }
  return results.flatMap((result, i) => (result.vulns ?? []).map((weakness) => `${weakness.id} ${purls[i]}`));
}

const purls = libraries();
const known = accepted();
const found = [];
try {
  for (let i = 0; i < purls.length; i += BATCH) {
    found.push(...(await ask(purls.slice(i, i + BATCH))));
  }
} catch (error) {
  if (!(error instanceof TypeError) && error.name !== 'TimeoutError') {
    throw error;
  }
  const why = error.cause?.code ?? error.message;
  console.log(`!!! KNOWN WEAKNESSES NOT LOOKED FOR: ${OSV} cannot be reached (${why}) !!!`);
  process.exit(0);
}
const open = found.filter((weakness) => !known.has(weakness));
open.forEach((weakness) => console.error(`advisories: ${weakness}`));
console.log(`advisories: ${purls.length} libraries, ${found.length} known weaknesses, ${open.length} not accepted`);
process.exit(open.length > 0 ? 1 : 0);
