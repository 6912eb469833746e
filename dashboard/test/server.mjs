import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { articles } from './news.mjs';

const TOCSIN = process.env.TOCSIN ?? join(import.meta.dirname, '../../tocsin');
/** Until the program answers; the first start may build it. */
const START_LIMIT_MS = 300_000;
/** Until published articles are coded: a minute, and so much for each; a quiet machine takes a tenth of it. */
const LOAD_LIMIT_MS = 60_000;
const ARTICLE_LIMIT_MS = 60;
const BETWEEN_LOOKS_MS = 250;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Articles among the bundled samples, which `tocsin demo` publishes. */
const SAMPLES = execFileSync(TOCSIN, ['samples'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString().trimEnd().split('\n').length;

/** The longest that an answer may take; without it a fetch waits for five minutes. */
const ANSWER_LIMIT_MS = 30_000;

async function until(condition, limit, what) {
  const end = Date.now() + limit;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`${what} took longer than ${limit / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
}

/** Runs a command; what it prints. */
function run(command) {
  return new Promise((resolve, reject) => {
    let out = '';
    let said = '';
    const child = spawn(TOCSIN, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (text) => (out += text));
    child.stderr.on('data', (text) => (said += text));
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve(out.trim()) : reject(new Error(`tocsin ${command[0]} ended with ${code}:\n${said}`))));
  });
}

/** A pipeline with topics of its own on the broker of another, whose API asks for tokens; it has coded the samples. */
export class GuardedServer {
  #process;
  #data = mkdtempSync(join(tmpdir(), 'tocsin-guarded-'));
  #said = '';
  origin = '';
  /** A token for each scope. */
  tokens = {};

  static async start(other) {
    const server = new GuardedServer();
    const port = await freePort();
    server.origin = `http://127.0.0.1:${port}`;
    const file = join(server.#data, 'tokens.jsonl');
    const settings = ['--config', other.settings, '-D', 'tocsin.topic.prefix=guarded.', '-D', 'application.id=guarded'];
    for (const scope of ['read', 'publish']) {
      server.tokens[scope] = await run(['token', 'create', '--scope', scope, '--name', scope, '--file', file]);
    }
    await run(['topics', 'create', ...settings]);
    const samples = join(server.#data, 'samples.jsonl');
    writeFileSync(samples, execFileSync(TOCSIN, ['samples'], { stdio: ['ignore', 'pipe', 'ignore'] }));
    await run(['publish', ...settings, samples]);
    const api = ['-D', `tocsin.api.port=${port}`, '-D', `tocsin.api.tokens.file=${file}`];
    server.#process = spawn(TOCSIN, ['run', ...settings, ...api, '--data-dir', server.#data], { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [server.#process.stdout, server.#process.stderr]) {
      stream.on('data', (text) => (server.#said = (server.#said + text).slice(-8000)));
    }
    try {
      await until(() => server.#coded(), START_LIMIT_MS, 'the start of tocsin run with tokens');
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  async #coded() {
    if (this.#process.exitCode !== null) throw new Error(`tocsin run ended early:\n${this.#said}`);
    const headers = { Authorization: `Bearer ${this.tokens.read}` };
    return fetch(`${this.origin}/v1/status`, { headers, signal: AbortSignal.timeout(ANSWER_LIMIT_MS) }).then(
      async (answer) => answer.ok && (await answer.json()).data.incidents > 0,
      () => false,
    );
  }

  async stop() {
    if (this.#process?.exitCode === null) {
      const ended = new Promise((resolve) => this.#process.once('exit', resolve));
      this.#process.kill('SIGTERM');
      await ended;
    }
    rmSync(this.#data, { recursive: true, force: true });
  }
}

/** A Tocsin with a broker of its own, started for a test and filled with made-up news. */
export class Server {
  #process;
  #data = mkdtempSync(join(tmpdir(), 'tocsin-page-'));
  #said = '';
  origin = '';

  static async start() {
    const server = new Server();
    const port = await freePort();
    server.origin = `http://127.0.0.1:${port}`;
    server.#process = spawn(TOCSIN, ['demo', '--data-dir', server.#data, '--port', String(port)], { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [server.#process.stdout, server.#process.stderr]) {
      stream.on('data', (text) => (server.#said = (server.#said + text).slice(-8000)));
    }
    try {
      await until(() => server.#ready(), START_LIMIT_MS, 'the start of tocsin demo');
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  async #ready() {
    this.#check();
    return fetch(`${this.origin}/readyz`).then((answer) => answer.ok, () => false);
  }

  #check() {
    if (this.#process.exitCode !== null) throw new Error(`tocsin demo ended early:\n${this.#said}`);
  }

  /** Publishes so many happenings and waits until incidents tell of them. Returns how many incidents there are. */
  async load(happenings, days) {
    const file = join(this.#data, 'news.jsonl');
    writeFileSync(file, [...articles({ happenings, until: '2026-11-20', days })].map((article) => JSON.stringify(article) + '\n').join(''));
    await this.#run('publish', '--config', join(this.#data, 'tocsin.properties'), file);
    const published = SAMPLES + readFileSync(file, 'utf8').trimEnd().split('\n').length;
    await until(() => this.#coded(published), LOAD_LIMIT_MS + published * ARTICLE_LIMIT_MS, `coding ${published} articles`);
    const { meta } = await this.#ask('/v1/incidents?limit=1&fields=incident_id');
    if (meta.matched < 0.95 * happenings) throw new Error(`only ${meta.matched} incidents of ${happenings} happenings`);
    return meta.matched;
  }

  /** Whether so many articles were published, those that the demonstration itself publishes one by one included, and all were coded. */
  async #coded(published) {
    this.#check();
    const { data } = await this.#ask('/v1/status');
    return data.articles.total >= published && data.articles.waiting === 0 && data.lag_ms === 0;
  }

  async #ask(path) {
    const answer = await fetch(this.origin + path, { signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  #run(...command) {
    return run(command);
  }

  /** Settings of its broker and registry. */
  get settings() {
    return join(this.#data, 'tocsin.properties');
  }

  async stop() {
    if (this.#process.exitCode === null) {
      const ended = new Promise((resolve) => this.#process.once('exit', resolve));
      this.#process.kill('SIGTERM');
      await ended;
    }
    rmSync(this.#data, { recursive: true, force: true });
  }
}
