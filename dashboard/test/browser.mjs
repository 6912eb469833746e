import { chromium } from 'playwright-core';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** Draws in software, as a machine without a graphics card does, and keeps the browser from calling home. */
const FLAGS = [
  '--no-sandbox', '--enable-unsafe-swiftshader', '--use-gl=angle', '--use-angle=swiftshader', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--no-first-run',
];

export async function launch() {
  return chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
}

/** What a page asked for and complained about since it was opened. */
export class Watch {
  outside = [];
  complaints = [];
  bytes = 0;
  /** What the bytes were, one line a request. */
  parts = [];
  #urls = new Map();
  #origin;

  constructor(origin) {
    this.#origin = origin;
  }

  async attach(page) {
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${this.#origin}/`) && !/^(data|blob|about):/.test(url)) this.outside.push(url);
    });
    page.on('pageerror', (error) => this.complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) this.complaints.push(`${response.status()} ${response.url()}`);
    });
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      this.bytes += encodedDataLength;
      this.parts.push(`${Math.round(encodedDataLength / 1024)} KiB ${this.#urls.get(requestId)?.slice(this.#origin.length, 90)}`);
    });
    session.on('Network.responseReceived', ({ requestId, response }) => this.#urls.set(requestId, response.url));
  }
}

/** A new page of its own context at an address below the origin. */
export async function open(browser, origin, { path = '/', width = 1280, height = 900, theme = 'light', motion = 'no-preference' } = {}) {
  const context = await browser.newContext({
    viewport: { width, height }, colorScheme: theme, reducedMotion: motion, acceptDownloads: true, locale: 'en-GB', timezoneId: 'UTC',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const watch = new Watch(origin);
  await watch.attach(page);
  await page.goto(origin + path, { waitUntil: 'commit' });
  return { page, watch, close: () => context.close() };
}
