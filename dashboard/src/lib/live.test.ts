import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { live } from './live.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  live.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A server that answers each question with the next of these streams. */
function streams(...texts: string[]) {
  const call = vi.fn((_path: string, _init: RequestInit) => {
    const text = texts.shift();
    if (text === undefined) return new Promise<Response>(() => {});
    const bytes = new TextEncoder().encode(text);
    const half = Math.floor(bytes.length / 2);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        // cut within a message, as networks do
        controller.enqueue(bytes.slice(0, half));
        controller.enqueue(bytes.slice(half));
        controller.close();
      },
    });
    return Promise.resolve(new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }));
  });
  vi.stubGlobal('fetch', call);
  return call;
}

const message = (id: string, event: string, data: string) => `id: ${id}\nevent: ${event}\ndata: ${data}\n\n`;

test('changes are counted once each, and a cut stream goes on where it was', async () => {
  const call = streams(
    message('p1', 'hello', '{}') + ': beat\n\n' + message('p2', 'upsert', '{"id":"a","item":{}}') + message('p3', 'delete', '{"id":"a"}') + message('p4', 'upsert', '{"id":"b","item":{}}'),
  );

  live.listen({ country: 'UA' });
  await vi.waitFor(() => expect(live.connection).toBe('reconnecting'));
  expect([...live.changed]).toEqual(['a', 'b']);

  await vi.advanceTimersByTimeAsync(3_000);
  expect(call).toHaveBeenCalledTimes(2);
  expect(call.mock.calls[1]?.[0]).toContain('last_event_id=p4');
  expect(call.mock.calls[1]?.[0]).toContain('country=UA');
});

test('another filter begins anew', async () => {
  const call = streams(message('p1', 'hello', '{}') + message('p2', 'upsert', '{"id":"a","item":{}}'));
  live.listen({ country: 'ML' });
  await vi.waitFor(() => expect(live.changed.size).toBe(1));

  live.listen({ country: 'SD' });

  expect(live.changed.size).toBe(0);
  expect(call.mock.calls.at(-1)?.[0]).not.toContain('last_event_id');
});

test('a refusal is asked again when the server says', async () => {
  const call = vi.fn(() => Promise.resolve(new Response('{}', { status: 429, headers: { 'Retry-After': '30' } })));
  vi.stubGlobal('fetch', call);

  live.listen({});
  await vi.waitFor(() => expect(live.connection).toBe('reconnecting'));
  await vi.advanceTimersByTimeAsync(29_000);
  expect(call).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(call).toHaveBeenCalledTimes(2);
});

test('who pauses hears nothing more', async () => {
  const call = streams();
  live.listen({});
  const signal = call.mock.calls[0]?.[1].signal;

  live.pause();

  expect(signal?.aborted).toBe(true);
  expect(live.connection).toBe('paused');
});
