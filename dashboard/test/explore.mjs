/** What the tests do on the view of map, timeline and list, and what they read from it. */
export class Explore {
  constructor(page, origin) {
    this.page = page;
    this.origin = origin;
    this.list = page.locator('#list');
    this.rows = page.locator('#list a.row');
    this.map = page.locator('#map');
    this.timeline = page.locator('#timeline');
    this.filters = page.locator('#filters');
    this.card = page.locator('#card');
  }

  /** Until list, map and timeline show what the address asks for. */
  async settled() {
    await this.page.waitForFunction(
      () =>
        document.querySelector('#list')?.getAttribute('aria-busy') !== 'true' &&
        document.querySelector('#timeline')?.getAttribute('aria-busy') === 'false' &&
        document.querySelector('#list .bar [role=status]')?.textContent !== 'Loading' &&
        document.querySelector('#map')?.getAttribute('data-mode') !== '' &&
        document.querySelector('#map [data-drawn=true]') !== null &&
        (document.querySelector('#timeline canvas') !== null || /Nothing/.test(document.querySelector('#timeline .bar [role=status]')?.textContent ?? '')),
    );
  }

  /** Number of incidents that the list names. */
  async count() {
    const text = await this.list.locator('.bar [role=status]').innerText();
    return Number(text.replace(/[^0-9]/g, ''));
  }

  parameter(name) {
    return new URL(this.page.url()).searchParams.get(name);
  }

  /** The query string of the filter alone. */
  filter() {
    const parameters = new URL(this.page.url()).searchParams;
    for (const name of ['view', 'map', 'metric', 'bucket', 'sort', 'tab', 'incident', 'live', 'follow', 'theme', 'embed']) parameters.delete(name);
    return parameters;
  }

  /** What the API says of the page's filter. */
  async matched(filter = this.filter()) {
    const answer = await fetch(`${this.origin}/v1/incidents?${new URLSearchParams([...filter, ['limit', '1']])}`);
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()).meta.matched;
  }

  /** Until the list shows the number that the API gives for the address. */
  async showsWhatTheApiSays() {
    await this.settled();
    const expected = await this.matched();
    await this.page.waitForFunction(
      (number) => Number(document.querySelector('#list .bar [role=status]')?.textContent?.replace(/[^0-9]/g, '')) === number,
      expected,
    );
    return expected;
  }

  /** How many incidents with a place the API has for a filter. */
  async placed(filter = this.filter()) {
    const answer = await fetch(`${this.origin}/v1/incidents?${new URLSearchParams([...filter, ['f', 'geojson'], ['limit', '10000'], ['fields', 'incident_id,place']])}`);
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()).features.filter((feature) => feature.geometry).length;
  }

  async waitForParameter(name, pattern = /./) {
    await this.page.waitForFunction(
      ([parameter, source]) => new RegExp(source).test(new URL(location.href).searchParams.get(parameter) ?? ''),
      [name, pattern.source],
    );
    return this.parameter(name);
  }

  async waitWithoutParameter(name) {
    await this.page.waitForFunction((parameter) => !new URL(location.href).searchParams.has(parameter), name);
  }

  /** Drags over the histogram between two shares of its width. */
  async brush(from, to) {
    const box = await this.timeline.locator('.u-over').boundingBox();
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + box.width * from, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width * ((from + to) / 2), y);
    await this.page.mouse.move(box.x + box.width * to, y);
    await this.page.mouse.up();
  }

  /** Presses Tab until an element that meets a selector has the focus. */
  async tabTo(selector, most = 150) {
    for (let i = 0; i < most; i++) {
      await this.page.keyboard.press('Tab');
      if (await this.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    }
    throw new Error(`${selector} cannot be reached with ${most} presses of Tab`);
  }

  hasFocus(selector) {
    return this.page.waitForFunction((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  }
}
