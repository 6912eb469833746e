import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';

const store = new Map<string, string>();

// compiled once, so that no test waits for it
beforeAll(async () => void (await import('./api')), 60_000);
beforeEach(() => {
  store.clear();
  vi.resetModules();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => store.set(key, value),
    removeItem: (key: string) => store.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

const load = async () => ({ ...(await import('./token.svelte')), ...(await import('./api')) });
const answers = (status: number, body = {}) =>
  vi.fn((_path: string, _init: RequestInit) =>
    Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })),
  );
const shown = (call: ReturnType<typeof answers>) => (call.mock.calls[0]?.[1].headers as Record<string, string>)['Authorization'];

test('without a token none is sent, and a refusal asks for one', async () => {
  const { token, getJson } = await load();
  const call = answers(401, { detail: 'needs a token' });
  vi.stubGlobal('fetch', call);

  await expect(getJson('/v1/events')).rejects.toThrow('needs a token');

  expect(shown(call)).toBeUndefined();
  expect(token.state).toBe('needed');
});

test('a kept token is sent in a header, never in the address, and survives a reload of the page', async () => {
  (await load()).token.keep('tocsin_abc');
  vi.resetModules();
  const { token, getJson } = await load();
  const call = answers(200);
  vi.stubGlobal('fetch', call);

  await getJson('/v1/events?country=UA');

  expect(token.state).toBe('held');
  expect(shown(call)).toBe('Bearer tocsin_abc');
  expect(call.mock.calls[0]?.[0]).toBe('/v1/events?country=UA');
});

test('a token that is withdrawn or not for reading is told apart', async () => {
  const { token, getJson } = await load();
  token.keep('tocsin_abc');
  vi.stubGlobal('fetch', answers(401));
  await expect(getJson('/v1/events')).rejects.toThrow();
  expect(token.state).toBe('wrong');
  expect(token.headers()).toEqual({});
  await expect(getJson('/v1/events')).rejects.toThrow();
  expect(token.state).toBe('wrong');

  vi.stubGlobal('fetch', answers(403));
  await expect(getJson('/v1/events')).rejects.toThrow();
  expect(token.state).toBe('narrow');
});

test('a forgotten token is gone', async () => {
  const { token } = await load();
  token.keep('tocsin_abc');
  token.forget();

  expect(token.headers()).toEqual({});
  expect(store.size).toBe(0);
});

test.each([
  [401, 'not good'],
  [403, 'scope read'],
  [429, 'wait'],
])('a token that is tried and answered %i is explained', async (status, words) => {
  const { fault } = await load();
  vi.stubGlobal('fetch', answers(status));

  expect(await fault('tocsin_abc')).toContain(words);
});

test('a token is good where the question is answered, also while the server starts', async () => {
  const { fault } = await load();
  for (const status of [200, 503]) {
    vi.stubGlobal('fetch', answers(status));
    expect(await fault('tocsin_abc')).toBeUndefined();
  }
});

test('what no header can carry is not even tried', async () => {
  const { fault } = await load();
  const call = answers(200);
  vi.stubGlobal('fetch', call);

  expect(await fault('zwei Wörter')).toContain('something else');
  expect(call).not.toHaveBeenCalled();
});
