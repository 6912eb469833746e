import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { aggregate, change, matching } from './mock-answers.ts';
import { type MockIncident, makeIncidents, reportsOf } from './mock-data.ts';

/**
 * Answers the API's routes from invented incidents while one works on the page: `npm run dev`.
 * TOCSIN_API=http://127.0.0.1:8080 asks a real server instead, MOCK_INCIDENTS=100000 sets how many there are.
 */
export function mockApi(): Plugin {
  return {
    name: 'tocsin-mock-api',
    apply: 'serve',
    config: () => (process.env.TOCSIN_API ? { server: { proxy: { '/v1': process.env.TOCSIN_API } } } : {}),
    configureServer(server) {
      if (!process.env.TOCSIN_API) server.middlewares.use(answerer());
    },
    configurePreviewServer(server) {
      if (!process.env.TOCSIN_API) server.middlewares.use(answerer());
    },
  };
}

function answerer(): Connect.NextHandleFunction {
  const incidents = makeIncidents(Number(process.env.MOCK_INCIDENTS ?? 3000), 7);
  return (request, response, next) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!url.pathname.startsWith('/v1')) return next();
    if (url.pathname === '/v1/stream') return stream(request, response);
    if (request.method === 'POST') return extract(request, response);
    answer(url, incidents, response);
  };
}

function json(response: ServerResponse, body: unknown, type = 'application/json'): void {
  response.setHeader('Content-Type', type);
  response.end(JSON.stringify(body));
}

function answer(url: URL, incidents: MockIncident[], response: ServerResponse): void {
  const parameters = url.searchParams;
  const found = matching(incidents, parameters);
  const meta = { complete: true, instances: 1, lag_ms: 12, matched: found.length, next: null as string | null };
  const [, , collection, id, part] = url.pathname.split('/');
  if (collection === 'status') {
    return json(response, {
      data: { state: 'RUNNING', version: '0.1.0', instances: 1, lag_ms: 120, articles: { total: 4711, per_second: 3.2 }, incidents: incidents.length, dead_letters: 2 },
      meta,
    });
  }
  if (collection === 'aggregates') {
    return json(response, { data: id === 'change' ? change(found) : aggregate(found, parameters), meta });
  }
  if (collection === 'incidents' && id) {
    const incident = incidents.find((candidate) => candidate.incident_id === decodeURIComponent(id));
    if (!incident) {
      response.statusCode = 404;
      return json(response, { title: 'Not Found', status: 404, detail: `There is no incident ${id}` }, 'application/problem+json');
    }
    return json(response, { data: part === 'history' ? [incident] : incident, meta });
  }
  if (collection === 'events') {
    const wanted = parameters.get('incident_id') ?? id?.replace(/-\d+$/, '');
    const incident = incidents.find((candidate) => candidate.incident_id === wanted);
    const reports = incident ? reportsOf(incident) : [];
    if (part !== 'mentions') return json(response, { data: reports, meta });
    return json(response, {
      data: reports.map((report) => ({ ...report, sentence: report.evidence[0], start: report.sentenceStart, spans: report.spans.map((span) => ({ ...span, start: span.start - report.sentenceStart, end: span.end - report.sentenceStart })) })),
      meta,
    });
  }
  const limit = Number(parameters.get('limit') ?? 100);
  const from = Number(parameters.get('cursor') ?? 0);
  const shown = found.slice(from, from + limit);
  if (parameters.get('f') === 'geojson') {
    return json(
      response,
      {
        type: 'FeatureCollection',
        numberMatched: found.length,
        numberReturned: shown.length,
        features: shown.map((incident) => ({
          type: 'Feature',
          id: incident.incident_id,
          geometry: incident.place ? { type: 'Point', coordinates: [incident.place.lon, incident.place.lat] } : null,
          properties: incident,
        })),
      },
      'application/geo+json',
    );
  }
  meta.next = from + limit < found.length ? String(from + limit) : null;
  json(response, { data: shown, meta });
}

function stream(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write('id: 0\nevent: hello\ndata: {}\n\n');
  let count = 0;
  const timer = setInterval(() => {
    count++;
    response.write(`id: ${count}\nevent: upsert\ndata: {"id":"live-${count}","item":{}}\n\n`);
  }, 20_000);
  request.on('close', () => clearInterval(timer));
}

/** The events of the first bundled document whatever the text: enough to see how marks look. */
function extract(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { text } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { text: string };
    const word = /\b(drone|missile|killed|shelling)\w*/i.exec(text);
    const incident = makeIncidents(1, 3)[0];
    const report = incident ? reportsOf(incident)[0] : undefined;
    if (!word || !report) return json(response, { data: [], meta: { complete: true } });
    const spans = [{ field: 'method', start: word.index, end: word.index + word[0].length }];
    json(response, { data: [{ ...report, evidence: [text.split('\n')[0]], spans }], meta: { complete: true } });
  });
}

