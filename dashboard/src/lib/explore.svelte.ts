import { address, get, getJson } from './api';
import { type Bounds, type Filter, bboxOf, without } from './filter';
import { Loader } from './loader.svelte';
import { page } from './page.svelte';
import { type Bars, type Bucket, type Choice, barsOf, bucketFor } from './bars';
import type { AggregateRow, Answer, ChangeRow, Dot, Dots, Incident, Meta } from './types';

/** Above so many incidents the map shows clusters that the server counts. */
export const MOST_DOTS = 5000;
const PAGE = 50;
/** What a row of the list shows. */
const ROW_FIELDS =
  'incident_id,event_type,place,date,method,change,speaker,act,targets,killed,injured,missing,captured,displaced,intercepted,launched,independent_sources,status';
/** What a dot shows; which incident it is stands beside its properties. */
const DOT_FIELDS = 'event_type,killed,status';

export interface Listing {
  items: Incident[];
  meta: Meta;
}

export type MapContent =
  | { mode: 'dots'; dots: Dot[]; matched: number }
  | { mode: 'cells'; rows: AggregateRow[] }
  | { mode: 'shades'; rows: AggregateRow[] };

export interface Viewport {
  bounds: Bounds;
  zoom: number;
}

function inSight(everywhere: Filter, sight: Viewport | undefined): Filter {
  return sight ? { ...everywhere, bbox: bboxOf(sight.bounds) } : everywhere;
}

/** Everything that the view of map, timeline and list shows for the present filter. */
class Explore {
  readonly list = new Loader<Listing>();
  readonly map = new Loader<MapContent>();
  readonly bars = new Loader<Bars>();
  readonly change = new Loader<Answer<ChangeRow[]>>();
  readonly divisions = new Loader<Answer<AggregateRow[]>>();
  readonly countries = new Loader<Answer<AggregateRow[]>>();
  /** What the map shows of the world; undefined until it stands. */
  viewport = $state.raw<Viewport | undefined>(undefined);
  /** Grows when everything is to be asked anew under the same filter. */
  edition = $state(0);
  more = $state(false);
  /** The incident whose details are open. */
  open = $state.raw<Incident | undefined>(undefined);
  /** What the map's question under way is for. */
  #asked = '';
  #total: { key: string; matched: number } | undefined;
  #buckets: ({ key: string } & Choice) | undefined;

  askList(filter: Filter, sort: string | undefined): void {
    void this.list.ask(async (signal) => {
      const answer = await get<Incident[]>(address('/v1/incidents', filter, { sort, limit: PAGE, fields: ROW_FIELDS }), signal);
      return { items: answer.data, meta: answer.meta };
    });
  }

  /** Adds the next page to the list. */
  async askMore(): Promise<void> {
    const before = this.list.data;
    if (!before?.meta.next || this.more) return;
    this.more = true;
    const question = address('/v1/incidents', page.filter, { sort: page.shown.sort, limit: PAGE, fields: ROW_FIELDS, cursor: before.meta.next });
    await this.list.ask(async (signal) => {
      const answer = await get<Incident[]>(question, signal);
      const known = new Set(before.items.map((item) => item.incident_id));
      return { items: [...before.items, ...answer.data.filter((item) => !known.has(item.incident_id))], meta: answer.meta };
    });
    this.more = false;
  }

  askMap(filter: Filter, mode: string | undefined, metric: string): void {
    const everywhere = without(filter, 'bbox');
    const key = JSON.stringify(everywhere) + this.edition;
    const shown = this.map.data;
    if (mode === 'shades') {
      this.#asked = '';
      void this.map.ask(async (signal) => ({ mode: 'shades', rows: await this.#shades(everywhere, metric, signal) }));
      return;
    }
    const few = this.#total?.key === key && this.#total.matched <= MOST_DOTS;
    if (few && shown?.mode === 'dots') return;
    // whether the part in sight matters is known only when the number is: an answer under way is not dropped for a move
    if (this.map.loading && this.#asked === key && (few || this.#total?.key !== key)) return;
    this.#asked = key;
    void this.map.ask((signal) => this.#symbols(key, everywhere, signal));
  }

  async #shades(filter: Filter, metric: string, signal: AbortSignal): Promise<AggregateRow[]> {
    const question = address('/v1/aggregates', filter, { group_by: 'admin1', metric, limit: 10_000 });
    return (await get<AggregateRow[]>(question, signal)).data;
  }

  /**
   * Dots where there are few enough, in the whole world or in sight; else cells of the part in sight.
   * Where cells are shown, those of the new question are asked for beside the number: mostly they are shown again.
   */
  async #symbols(key: string, everywhere: Filter, signal: AbortSignal): Promise<MapContent> {
    const before = this.viewport;
    const guess = this.map.data?.mode === 'cells' ? this.#cells(everywhere, before, signal) : undefined;
    // awaited below where it is needed; elsewhere its failure does not matter
    guess?.catch(() => undefined);
    if (this.#total?.key !== key) this.#total = { key, matched: await this.#count(everywhere, signal) };
    if (this.#total.matched <= MOST_DOTS) return this.#dots(everywhere, signal);
    // the map may have moved meanwhile: then the guess is of a part that is no longer in sight
    const sight = this.viewport;
    const rows = await (guess && sight === before ? guess : this.#cells(everywhere, sight, signal));
    const events = rows.reduce((sum, row) => sum + row.events, 0);
    return events > MOST_DOTS ? { mode: 'cells', rows } : this.#dots(inSight(everywhere, sight), signal);
  }

  async #cells(everywhere: Filter, sight: Viewport | undefined, signal: AbortSignal): Promise<AggregateRow[]> {
    const zoom = Math.min(14, Math.max(0, Math.round(sight?.zoom ?? 1)));
    const question = address('/v1/aggregates', inSight(everywhere, sight), { group_by: 'cell', zoom, limit: 10_000 });
    return (await get<AggregateRow[]>(question, signal)).data;
  }

  async #count(filter: Filter, signal: AbortSignal): Promise<number> {
    const answer = await get<unknown[]>(address('/v1/incidents', filter, { fields: 'incident_id', limit: 1 }), signal);
    return answer.meta.matched ?? answer.data.length;
  }

  async #dots(filter: Filter, signal: AbortSignal): Promise<MapContent> {
    const question = address('/v1/incidents', filter, { fields: DOT_FIELDS, limit: MOST_DOTS, f: 'geojson' });
    const answer = await getJson<Dots>(question, signal);
    return { mode: 'dots', dots: answer.features, matched: answer.numberMatched ?? answer.features.length };
  }

  /** Bars of the whole time, whatever part of it is selected, so that a selection can be moved. */
  askBars(filter: Filter, wanted: string | undefined): void {
    const always = without(filter, 'datetime');
    const key = JSON.stringify([without(always, 'bbox'), wanted, this.edition]);
    void this.bars.ask(async (signal) => {
      if (this.#buckets?.key === key) return this.#barsOf(always, this.#buckets, signal);
      const months = await this.#rows(always, 'month', undefined, signal);
      const choice = bucketFor(months, wanted);
      this.#buckets = { key, ...choice };
      if (choice.bucket === 'month') return barsOf(months, 'month');
      return this.#barsOf(always, choice, signal);
    });
  }

  async #barsOf(filter: Filter, choice: Choice, signal: AbortSignal): Promise<Bars> {
    return barsOf(await this.#rows(filter, choice.bucket, choice.since, signal), choice.bucket, choice.earlier);
  }

  async #rows(filter: Filter, bucket: Bucket, since: string | undefined, signal: AbortSignal): Promise<AggregateRow[]> {
    const question = address('/v1/aggregates', { ...filter, ...(since ? { datetime: `${since}/..` } : {}) }, { bucket, group_by: 'event_type', limit: 10_000 });
    return (await get<AggregateRow[]>(question, signal)).data;
  }

  askChange(filter: Filter, group: string): void {
    // the end of the comparison is the end of the selected time; its beginning is the comparison's own
    const end = filter.datetime?.split('/')[1];
    const until: Filter = end && end !== '..' ? { datetime: `../${end}` } : {};
    const question = address('/v1/aggregates/change', { ...without(filter, 'datetime'), ...until }, { group_by: group, recent: 7, baseline: 28, limit: 50 });
    void this.change.ask((signal) => get<ChangeRow[]>(question, signal));
  }

  askDivisions(filter: Filter, metric: string): void {
    const question = address('/v1/aggregates', filter, { group_by: 'admin1', metric, limit: 200 });
    void this.divisions.ask((signal) => get<AggregateRow[]>(question, signal));
  }

  askCountries(filter: Filter): void {
    const question = address('/v1/aggregates', without(filter, 'country', 'admin1'), { group_by: 'country', limit: 300 });
    void this.countries.ask((signal) => get<AggregateRow[]>(question, signal));
  }

  /** Asks everything anew. */
  again(): void {
    this.edition++;
  }
}

export const explore = new Explore();
