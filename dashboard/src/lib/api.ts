import { FILTERS, type Filter, writeQuery } from './filter';
import { token } from './token.svelte';
import type { Answer } from './types';

/** An answer other than 2xx, in the words of the server (RFC 9457) where it gave some. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    detail: string,
    /** Seconds after which the server wants to be asked again. */
    readonly retryAfter?: number,
  ) {
    super(detail);
    this.name = 'ApiProblem';
  }
}

type Values = Record<string, string | number | undefined>;

/** Path with the filter and further parameters; what is undefined is left out. */
export function address(path: string, filter: Filter, more: Values = {}): string {
  const values: Record<string, string | undefined> = { ...filter };
  for (const [name, value] of Object.entries(more)) values[name] = value === undefined ? undefined : String(value);
  const query = writeQuery(values, [...FILTERS, ...Object.keys(more).filter((name) => !(FILTERS as readonly string[]).includes(name))]);
  return query ? `${path}?${query}` : path;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const retry = Number(response.headers.get('Retry-After')) || undefined;
  let detail = `${response.status} ${response.statusText}`.trim();
  if (response.headers.get('Content-Type')?.includes('json')) {
    const body: unknown = await response.json().catch(() => undefined);
    if (typeof body === 'object' && body && 'detail' in body) detail = String(body.detail);
  }
  return new ApiProblem(response.status, detail, retry);
}

/**
 * An answer of the server, asked with the token where there is one.
 *
 * @throws ApiProblem where the server refuses or cannot be reached
 */
export async function checked(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers: { ...(init.headers as Record<string, string> | undefined), ...token.headers() } });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ApiProblem(0, 'The server cannot be reached.');
  }
  if (response.status === 401 || response.status === 403) token.refused(response.status);
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** @throws ApiProblem where the server refuses or cannot be reached */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await checked(path, { signal: signal ?? null, headers: { Accept: 'application/json, application/geo+json;q=0.9' } });
  return (await response.json()) as T;
}

export const get = <T>(path: string, signal?: AbortSignal): Promise<Answer<T>> => getJson<Answer<T>>(path, signal);

/** @throws ApiProblem where the server refuses or cannot be reached */
export async function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const response = await checked(path, {
    method: 'POST',
    signal: signal ?? null,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as T;
}

/** The address of the next page in a Link header. */
export function nextLink(header: string | null): string | undefined {
  return /<([^>]*)>\s*;\s*rel="?next"?/.exec(header ?? '')?.[1];
}

/** Text of one page of an export, and the address of the next one. */
export async function page(path: string, signal?: AbortSignal): Promise<{ text: string; next?: string }> {
  const response = await checked(path, { signal: signal ?? null });
  const next = nextLink(response.headers.get('Link'));
  return { text: await response.text(), ...(next ? { next } : {}) };
}
