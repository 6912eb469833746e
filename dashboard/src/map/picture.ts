import { KIND_LIST } from '../lib/kinds';
import { page } from '../lib/page.svelte';
import { filterText } from '../lib/describe';
import { theme } from '../lib/theme.svelte';
import { ATTRIBUTION } from './attribution';
import { stage } from './stage';

const COLOURS = {
  light: { paper: '#ffffff', ink: '#17202b', muted: '#4d5a69' },
  dark: { paper: '#171e26', ink: '#e7ecf2', muted: '#a7b3c0' },
};

/** The map as it stands with its legend, the filter in words and who the data is from; undefined where there is no map. */
export async function mapPicture(): Promise<Blob | undefined> {
  const map = stage.scene?.picture();
  if (!map) return undefined;
  const scale = window.devicePixelRatio || 1;
  const line = 20 * scale;
  const canvas = document.createElement('canvas');
  canvas.width = map.width;
  canvas.height = map.height + 4 * line;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  const colours = COLOURS[theme.name];
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(map, 0, 0);
  const write = (text: string, row: number, colour: string) => {
    context.font = `${12 * scale}px system-ui, sans-serif`;
    context.fillStyle = colour;
    context.fillText(text, 8 * scale, map.height + row * line, canvas.width - 16 * scale);
  };
  legend(context, map.height + 0.45 * line, scale, colours.ink);
  write(`Tocsin. ${filterText(page.filter)}`, 2.1, colours.ink);
  write(`${location.href}   ${new Date().toISOString().slice(0, 16)}Z`, 3, colours.muted);
  write(ATTRIBUTION, 3.8, colours.muted);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
}

function legend(context: CanvasRenderingContext2D, top: number, scale: number, ink: string): void {
  let left = 8 * scale;
  context.font = `${12 * scale}px system-ui, sans-serif`;
  for (const kind of KIND_LIST) {
    if (kind.name === 'statement') continue;
    context.save();
    context.translate(left, top);
    context.scale(scale * 0.8, scale * 0.8);
    context.fillStyle = kind[theme.name];
    context.fill(new Path2D(kind.path));
    context.restore();
    context.fillStyle = ink;
    context.fillText(kind.plural, left + 17 * scale, top + 11 * scale);
    left += context.measureText(kind.plural).width + 34 * scale;
  }
}
