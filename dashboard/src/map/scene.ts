import { AttributionControl, type GeoJSONSource, Map as MapLibre, type MapGeoJSONFeature, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { Feature, FeatureCollection, GeoJSON } from 'geojson';
import type { MapContent, Viewport } from '../lib/explore.svelte';
import { type Bounds, unwrapped } from '../lib/filter';
import { compact, countNumber } from '../lib/format';
import type { AggregateRow, Dot } from '../lib/types';
import { type DisputedBorders, loadDivisions, loadGround } from './ground';
import { ICON_RATIO, kindIcons } from './icons';
import { PALETTES } from './palette';
import { type Shading, shadingOf } from './shading';
import { NOTHING, mapStyle } from './style';

setWorkerUrl(workerUrl);

export interface SceneEvents {
  /** The map stands still; by hand where a person moved it, not the page. */
  moved(viewport: Viewport, byHand: boolean): void;
  chosen(ids: string[], at: { x: number; y: number }): void;
  division(code: string): void;
  drawn(): void;
  /** A file of the map cannot be loaded. */
  failed(cause: unknown): void;
}

export interface SceneOptions {
  container: HTMLElement;
  theme: 'light' | 'dark';
  bounds: Bounds | undefined;
  attribution: string;
  disputed: DisputedBorders;
  events: SceneEvents;
}

const WORLD: Bounds = [-130, -50, 160, 68];
/** Marks moves that nobody made by hand. */
const BY_PAGE = { byPage: true };
const DIVISIONS_FROM_ZOOM = 3.5;

/** The map and what is drawn on it. */
export class Scene {
  readonly #map: MapLibre;
  readonly #events: SceneEvents;
  #theme: 'light' | 'dark';
  #disputed: DisputedBorders;
  #content: MapContent | undefined;
  #ready = false;
  #resizing = false;
  /** What each source holds, where it is not nothing. */
  readonly #filled = new Map<string, GeoJSON>();
  #box: Bounds | undefined;
  #chosen: [number, number] | undefined;
  #shaded: string[] = [];
  #divisionsLoaded = false;

  constructor({ container, theme, bounds, attribution, disputed, events }: SceneOptions) {
    this.#theme = theme;
    this.#disputed = disputed;
    this.#events = events;
    this.#map = new MapLibre({
      container,
      style: mapStyle(PALETTES[theme], disputed),
      bounds: unwrapped(bounds ?? WORLD),
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      maxZoom: 14,
      minZoom: 0.5,
      renderWorldCopies: true,
      fadeDuration: 0,
      locale: { 'Map.Title': 'Map of incidents: arrow keys pan, plus and minus zoom' },
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    this.#map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-left');
    this.#map.addControl(new AttributionControl({ compact: false, customAttribution: attribution }), 'bottom-right');
    this.#listen();
  }

  #listen(): void {
    const map = this.#map;
    map.on('styleimagemissing', () => this.#addIcons());
    // for tests and pictures: whether all that the map shows is drawn
    const drawn = (whole: boolean) => (map.getContainer().dataset.drawn = String(whole));
    map.on('idle', () => drawn(true));
    for (const event of ['dataloading', 'movestart'] as const) map.on(event, () => drawn(false));
    map.on('load', () => {
      this.#ready = true;
      // first what people came for: all sources share one worker
      this.#draw();
      this.#drawGround();
      this.#events.moved(this.#viewport(), false);
    });
    map.on('moveend', (event) => {
      if (map.getZoom() >= DIVISIONS_FROM_ZOOM) this.#loadDivisions();
      this.#events.moved(this.#viewport(), !this.#resizing && !('byPage' in event));
    });
    map.on('resize', () => {
      // the end of a move follows within the same task
      this.#resizing = true;
      queueMicrotask(() => (this.#resizing = false));
    });
    map.on('click', (event) => this.#click(event.point, event.lngLat.toArray()));
    map.on('mousemove', (event) => {
      const over = map.queryRenderedFeatures(event.point, { layers: ['dots', 'cells', 'shades'] });
      map.getCanvas().style.cursor = over.length ? 'pointer' : '';
    });
    map.on('sourcedata', (event) => {
      if (event.sourceId === 'dots' && event.isSourceLoaded && this.#content?.mode === 'dots' && this.#content.dots.length) {
        map.once('render', () => this.#events.drawn());
      }
    });
  }

  #click(point: { x: number; y: number }, at: number[]): void {
    const map = this.#map;
    const near: [[number, number], [number, number]] = [
      [point.x - 4, point.y - 4],
      [point.x + 4, point.y + 4],
    ];
    const found = map.queryRenderedFeatures(near, { layers: ['dots'] });
    if (found.length) {
      this.#events.chosen([...new Set(found.map((feature) => String(feature.properties.id)))], point);
      return;
    }
    if (map.queryRenderedFeatures(near, { layers: ['cells'] }).length) {
      map.easeTo({ center: at as [number, number], zoom: map.getZoom() + 2 });
      return;
    }
    const division: MapGeoJSONFeature | undefined = map.queryRenderedFeatures(point as never, { layers: ['shades'] })[0];
    if (division && this.#content?.mode === 'shades') this.#events.division(String(division.properties.code));
  }

  #viewport(): Viewport {
    const bounds = this.#map.getBounds();
    return { bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()], zoom: this.#map.getZoom() };
  }

  #addIcons(): void {
    const palette = PALETTES[this.#theme];
    for (const { name, data } of kindIcons(this.#theme, palette)) {
      if (!this.#map.hasImage(name)) this.#map.addImage(name, data, { pixelRatio: ICON_RATIO });
    }
  }

  /** Fills a source; one that already holds the same is left alone, since each filling makes its tiles anew. */
  #fill(name: string, data: GeoJSON): void {
    if ((this.#filled.get(name) ?? NOTHING) === data) return;
    this.#filled.set(name, data);
    this.#map.getSource<GeoJSONSource>(name)?.setData(data);
  }

  setTheme(theme: 'light' | 'dark'): void {
    if (theme === this.#theme) return;
    this.#theme = theme;
    this.#restyle();
  }

  /** How disputed borders are drawn. */
  setDisputed(disputed: DisputedBorders): void {
    if (disputed === this.#disputed) return;
    this.#disputed = disputed;
    this.#restyle();
  }

  #restyle(): void {
    this.#ready = false;
    this.#divisionsLoaded = false;
    this.#filled.clear();
    this.#map.setStyle(mapStyle(PALETTES[this.#theme], this.#disputed), { diff: false });
    this.#map.once('style.load', () => {
      this.#ready = true;
      // first what people came for: all sources share one worker
      this.#draw();
      this.#drawGround();
    });
  }

  setContent(content: MapContent | undefined): void {
    this.#content = content;
    if (this.#ready) this.#draw();
  }

  #draw(): void {
    const content = this.#content;
    this.#addIcons();
    this.#fill('dots', content?.mode === 'dots' ? featuresOf(content, () => dotFeatures(content.dots)) : NOTHING);
    this.#fill('cells', content?.mode === 'cells' ? featuresOf(content, () => cellFeatures(content.rows)) : NOTHING);
    this.#map.setLayoutProperty('shades', 'visibility', content?.mode === 'shades' ? 'visible' : 'none');
    if (content?.mode === 'shades') this.#shade(content.rows);
    if (this.#map.getZoom() >= DIVISIONS_FROM_ZOOM) this.#loadDivisions();
    this.#drawBox();
    this.#drawChosen();
  }

  #shade(rows: AggregateRow[]): void {
    this.#loadDivisions();
    for (const code of this.#shaded) this.#map.removeFeatureState({ source: 'divisions', id: code });
    const shading = this.shading(rows);
    this.#shaded = [...shading.colors.keys()];
    for (const [code, color] of shading.colors) this.#map.setFeatureState({ source: 'divisions', id: code }, { color });
  }

  shading(rows: AggregateRow[]): Shading {
    return shadingOf(rows, PALETTES[this.#theme].shades);
  }

  #loadDivisions(): void {
    if (this.#divisionsLoaded) return;
    this.#divisionsLoaded = true;
    loadDivisions().then((divisions) => this.#fill('divisions', divisions), this.#events.failed);
  }

  #drawGround(): void {
    loadGround().then((ground) => {
      this.#fill('countries', ground.countries);
      this.#fill('borders', ground.borders);
      this.#fill('names', ground.names);
    }, this.#events.failed);
  }

  /** Outlines the part of the world that the filter selects; undefined where the map itself shows it. */
  setBox(bounds: Bounds | undefined): void {
    this.#box = bounds;
    if (this.#ready) this.#drawBox();
  }

  #drawBox(): void {
    if (!this.#box) {
      this.#fill('box', NOTHING);
      return;
    }
    const [west, south, east, north] = unwrapped(this.#box);
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    this.#fill('box', { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: ring } });
  }

  /** Rings the open incident, and moves to it where it is out of sight. */
  setChosen(position: [number, number] | undefined, move: boolean): void {
    this.#chosen = position;
    if (this.#ready) this.#drawChosen();
    if (position && move && !this.#map.getBounds().contains(position)) this.#map.easeTo({ center: position, zoom: Math.max(this.#map.getZoom(), 5) }, BY_PAGE);
  }

  #drawChosen(): void {
    this.#fill('chosen', this.#chosen ? { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: this.#chosen } } : NOTHING);
  }

  fit(bounds: Bounds | undefined): void {
    this.#map.fitBounds(unwrapped(bounds ?? WORLD), { animate: false }, BY_PAGE);
  }

  /** Symbols that are drawn now. */
  dots(): number {
    return this.#ready ? this.#map.queryRenderedFeatures({ layers: ['dots'] }).length : 0;
  }

  /** Clusters that are drawn now. */
  cells(): number {
    return this.#ready ? this.#map.queryRenderedFeatures({ layers: ['cells'] }).length : 0;
  }

  /** The map as it looks now. */
  picture(): HTMLCanvasElement {
    const map = this.#map;
    map.redraw();
    const source = map.getCanvas();
    // drawn and copied within one task: afterwards the browser may drop what it drew
    const copy = document.createElement('canvas');
    copy.width = source.width;
    copy.height = source.height;
    copy.getContext('2d')?.drawImage(source, 0, 0);
    return copy;
  }

  close(): void {
    this.#map.remove();
  }
}

const FEATURES = new WeakMap<MapContent, FeatureCollection>();

/** The features of a content, made once. */
function featuresOf(content: MapContent, make: () => FeatureCollection): FeatureCollection {
  const features = FEATURES.get(content) ?? make();
  FEATURES.set(content, features);
  return features;
}

const SOLID = new Set(['OCCURRED', 'HISTORICAL', '']);

function dotFeatures(dots: readonly Dot[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: dots.flatMap((dot): Feature[] => {
      if (!dot.geometry) return [];
      const { event_type: kind, status, killed } = dot.properties;
      const icon = `${kind}-${SOLID.has(status ?? '') ? 'solid' : 'hollow'}`;
      return [{ type: 'Feature', geometry: dot.geometry, properties: { id: dot.id, icon, killed: countNumber(killed) ?? 0 } }];
    }),
  };
}

function cellFeatures(rows: readonly AggregateRow[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: rows.flatMap((row): Feature[] =>
      row.lat == null || row.lon == null
        ? []
        : [{ type: 'Feature', geometry: { type: 'Point', coordinates: [row.lon, row.lat] }, properties: { events: row.events, label: compact(row.events) } }],
    ),
  };
}
