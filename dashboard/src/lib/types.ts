/** Items of the API as the page reads them. Days are ISO 8601 days, times ISO 8601 instants in UTC. */

export type EventKind = 'strike' | 'casualty' | 'interception' | 'territory' | 'statement';

export interface Place {
  name: string;
  text?: string | null;
  admin1?: string | null;
  country?: string | null;
  lat?: number | null;
  lon?: number | null;
  precision: string;
}

export interface EventTime {
  start: string;
  end: string;
  precision?: string;
  text?: string | null;
}

export interface Actor {
  name: string;
  text?: string | null;
  role?: string | null;
  organization?: string | null;
  country?: string | null;
  kind?: string;
}

export interface Count {
  best?: number | null;
  low?: number | null;
  high?: number | null;
  bound?: string;
  text?: string | null;
}

export interface Figure {
  outcome: string;
  count: Count;
  said_by?: string | null;
  authority?: string;
  source?: string | null;
  article_id: string;
  published?: string | null;
  standing: boolean;
  verdict?: string | null;
}

export interface Change {
  field: string;
  before?: string | null;
  after?: string | null;
}

export interface Incident {
  incident_id: string;
  event_type: EventKind;
  revision: number;
  revision_status: string;
  event_ids: string[];
  article_ids: string[];
  place?: Place | null;
  date?: EventTime | null;
  attacker?: Actor | null;
  method?: string | null;
  target?: { text: string; kind?: string | null } | null;
  change?: string | null;
  speaker?: Actor | null;
  act?: string | null;
  targets?: Actor[];
  killed?: Count | null;
  injured?: Count | null;
  missing?: Count | null;
  captured?: Count | null;
  displaced?: Count | null;
  intercepted?: Count | null;
  launched?: Count | null;
  independent_sources: number;
  sources: string[];
  status?: string | null;
  first_reported_at?: string | null;
  last_reported_at?: string | null;
  figures?: Figure[];
  changed?: Change[];
  reason?: string | null;
  known_at?: string | null;
  confidence?: number | null;
}

export interface Span {
  field: string;
  start: number;
  end: number;
}

export interface Attribution {
  speaker: Actor;
  verb?: string | null;
  stance: string;
}

/** An event as one article reports it; which of the fields there are depends on its type. */
export interface Report {
  event_id: string;
  event_type: EventKind;
  article_id: string;
  url?: string | null;
  source?: string | null;
  published_at?: string | null;
  evidence: string[];
  spans: Span[];
  place?: Place | null;
  date?: EventTime | null;
  attacker?: Actor | null;
  by?: Actor | null;
  actor?: Actor | null;
  speaker?: Actor | null;
  act?: string | null;
  targets?: Actor[];
  target?: { text: string; kind?: string | null } | null;
  method?: string | null;
  change?: string | null;
  what?: string | null;
  count?: Count | null;
  launched?: Count | null;
  killed?: Count | null;
  injured?: Count | null;
  missing?: Count | null;
  captured?: Count | null;
  displaced?: Count | null;
  status?: string | null;
  attribution: Attribution[];
  confidence: number;
  rule?: string | null;
}

/** A sentence of an article that states an event; spans count from the start of the sentence. */
export interface MentionRow {
  event_id: string;
  article_id: string;
  url?: string | null;
  source?: string | null;
  published_at?: string | null;
  sentence: string;
  start: number;
  spans: Span[];
}

export interface AggregateRow {
  bucket?: string | null;
  event_type?: EventKind;
  admin1?: string | null;
  country?: string | null;
  name?: string | null;
  cell?: string;
  lat?: number | null;
  lon?: number | null;
  value: number;
  events: number;
  killed?: number;
  injured?: number;
}

export interface ChangeRow {
  country?: string | null;
  admin1?: string | null;
  name?: string | null;
  change: string;
  recent: number;
  baseline: number;
  recent_per_day: number;
  baseline_per_day: number;
  ratio?: number | null;
  probability?: number | null;
}

export interface Status {
  state: string;
  version?: string;
  instances?: number;
  lag_ms?: number;
  articles?: { total?: number; per_second?: number };
  events?: Record<string, number>;
  incidents?: number;
  dead_letters?: number;
  disputed_borders?: string;
  attribution?: string;
}

export interface Meta {
  complete: boolean;
  instances?: number;
  lag_ms?: number;
  count?: number;
  matched?: number;
  next?: string | null;
  [other: string]: unknown;
}

export interface Answer<T> {
  data: T;
  meta: Meta;
}

/** A dot of the map: the fields of an incident that the map shows. */
export interface Dot {
  type: 'Feature';
  /** The incident's. */
  id: string;
  geometry: { type: 'Point'; coordinates: [number, number] } | null;
  properties: Pick<Incident, 'event_type' | 'killed' | 'status'>;
}

export interface Dots {
  type: 'FeatureCollection';
  features: Dot[];
  numberMatched?: number;
  numberReturned?: number;
}
