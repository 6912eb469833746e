import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { type Bars, lastDay } from '../lib/bars';
import { number } from '../lib/format';
import { KIND_LIST, type Kind } from '../lib/kinds';

export interface ChartOptions {
  container: HTMLElement;
  bars: Bars;
  theme: 'light' | 'dark';
  /** Selected days, both inclusive; undefined where nothing is. */
  selected: { from?: string; to?: string };
  /** Called with the days that a drag or click covers. */
  brushed(from: string, to: string): void;
}

const INK = { light: { text: '#4d5a69', grid: '#e2e7ec' }, dark: { text: '#a7b3c0', grid: '#2d3742' } };
/** Height of the chart in pixels. */
export const HEIGHT = 124;
const FONT = '11px system-ui, sans-serif';
const seconds = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;
const DAY_LABEL = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const MONTH_LABEL = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const dayOf = (time: number): string => new Date(time * 1000).toISOString().slice(0, 10);

/** A fill that tells a type apart without its colour. */
function hatch(kind: Kind, theme: 'light' | 'dark'): CanvasPattern | string {
  const color = kind[theme];
  if (kind.hatch === 'none') return color;
  const size = 6;
  const tile = document.createElement('canvas');
  tile.width = tile.height = size;
  const context = tile.getContext('2d');
  if (!context) return color;
  context.fillStyle = color;
  context.fillRect(0, 0, size, size);
  context.strokeStyle = context.fillStyle = theme === 'light' ? 'rgb(255 255 255 / 75%)' : 'rgb(0 0 0 / 65%)';
  context.lineWidth = 1.2;
  context.beginPath();
  if (kind.hatch === 'dots') context.arc(size / 2, size / 2, 1.2, 0, 7);
  else if (kind.hatch === 'level') context.rect(0, 2, size, 1.4);
  else
    for (const shift of [-size, 0, size]) {
      const up = kind.hatch === 'up';
      context.moveTo(shift, up ? size : 0);
      context.lineTo(shift + size, up ? 0 : size);
    }
  if (kind.hatch === 'dots' || kind.hatch === 'level') context.fill();
  else context.stroke();
  return context.createPattern(tile, 'repeat') ?? color;
}

/** Cumulated from the first type up: the bars are drawn from the highest, each over the one before. */
export function stacked(bars: Bars): number[][] {
  const sums: number[][] = [];
  KIND_LIST.forEach((kind, k) => sums.push(bars.counts[kind.name].map((count, i) => count + (sums[k - 1]?.[i] ?? 0))));
  return sums.reverse();
}

function axes(theme: 'light' | 'dark', bars: Bars): uPlot.Axis[] {
  const label = bars.bucket === 'month' ? MONTH_LABEL : DAY_LABEL;
  const common = { font: FONT, stroke: INK[theme].text, grid: { stroke: INK[theme].grid, width: 1 }, ticks: { stroke: INK[theme].grid, width: 1 } };
  return [
    { ...common, size: 26, space: 70, grid: { show: false }, values: (_, ticks) => ticks.map((tick) => label.format(tick * 1000)) },
    { ...common, size: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000], values: (_, ticks) => ticks.map((tick) => number(tick)), space: 26 },
  ];
}

function series(theme: 'light' | 'dark'): uPlot.Series[] {
  const paths = uPlot.paths.bars?.({ size: [0.9, 60], align: 1 });
  return [...KIND_LIST].reverse().map((kind): uPlot.Series => ({ label: kind.plural, fill: () => hatch(kind, theme) as CanvasRenderingContext2D['fillStyle'], width: 0, points: { show: false }, ...(paths ? { paths } : {}) }));
}

/** The bars over time, with a brush. */
export class Chart {
  readonly #plot: uPlot;
  readonly #bars: Bars;
  /** What is to be drawn as selected once the scales stand. */
  readonly #selected: ChartOptions['selected'];

  constructor({ container, bars, theme, selected, brushed }: ChartOptions) {
    this.#bars = bars;
    this.#selected = selected;
    const first = bars.days[0] ?? '';
    const last = bars.days.at(-1) ?? '';
    const range: [number, number] = [seconds(first), seconds(lastDay(last, bars.bucket)) + 86_400];
    const options: uPlot.Options = {
      width: container.clientWidth,
      height: HEIGHT,
      padding: [8, 22, 0, 0],
      tzDate: (time) => uPlot.tzDate(new Date(time * 1000), 'Etc/UTC'),
      legend: { show: false },
      cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false, dist: 3 } },
      select: { show: true, left: 0, top: 0, width: 0, height: 0 },
      scales: { x: { time: true, range }, y: { range: (_, __, most) => [0, Math.max(1, most * 1.05)] } },
      axes: axes(theme, bars),
      series: [{}, ...series(theme)],
      hooks: { ready: [(plot) => this.#listen(plot, brushed), () => this.select(this.#selected)] },
    };
    this.#plot = new uPlot(options, [bars.days.map(seconds), ...stacked(bars)] as uPlot.AlignedData, container);
  }

  /** A drag selects what it covers, a click the bar under it. */
  #listen(plot: uPlot, brushed: ChartOptions['brushed']): void {
    let start: number | undefined;
    const at = (event: MouseEvent) => event.clientX - plot.over.getBoundingClientRect().left;
    plot.over.addEventListener('mousedown', (event) => {
      start = event.button === 0 ? at(event) : undefined;
    });
    document.addEventListener('mouseup', this.#release = (event: MouseEvent) => {
      if (start === undefined) return;
      const [from, to] = [start, at(event)].sort((a, b) => a - b) as [number, number];
      start = undefined;
      brushed(this.#dayAt(plot, from), this.#dayAt(plot, to));
    });
  }
  #release: (event: MouseEvent) => void = () => undefined;

  #dayAt(plot: uPlot, pixel: number): string {
    const first = this.#bars.days[0] ?? '';
    const last = lastDay(this.#bars.days.at(-1) ?? '', this.#bars.bucket);
    const day = dayOf(plot.posToVal(pixel, 'x'));
    return day < first ? first : day > last ? last : day;
  }

  /** Draws the selection; days outside of the bars are cut. */
  select({ from, to }: { from?: string; to?: string }): void {
    const plot = this.#plot;
    if (!from && !to) {
      plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
      return;
    }
    const clamp = (time: number) => Math.min(Math.max(time, plot.scales.x?.min ?? time), plot.scales.x?.max ?? time);
    const left = plot.valToPos(clamp(from ? seconds(from) : -Infinity), 'x');
    const right = plot.valToPos(clamp(to ? seconds(to) + 86_400 : Infinity), 'x');
    plot.setSelect({ left, top: 0, width: Math.max(0, right - left), height: plot.over.clientHeight }, false);
  }

  resize(width: number): void {
    this.#plot.setSize({ width, height: HEIGHT });
  }

  close(): void {
    document.removeEventListener('mouseup', this.#release);
    this.#plot.destroy();
  }
}
