import { KIND_LIST } from '../lib/kinds';
import type { Palette } from './palette';

export interface Icon {
  name: string;
  data: ImageData;
}

/** Pixels of an icon for each pixel of the page. */
export const ICON_RATIO = 2;

function canvas(size: number): CanvasRenderingContext2D {
  const element = document.createElement('canvas');
  element.width = element.height = size * ICON_RATIO;
  const context = element.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser draws no icons: no 2D canvas');
  context.scale(ICON_RATIO, ICON_RATIO);
  return context;
}

function pixels(context: CanvasRenderingContext2D, size: number): ImageData {
  return context.getImageData(0, 0, size * ICON_RATIO, size * ICON_RATIO);
}

/** The symbol of every type: solid where it occurred, hollow where it is only claimed, denied or not yet done. */
export function kindIcons(theme: 'light' | 'dark', palette: Palette): Icon[] {
  return KIND_LIST.flatMap((kind) =>
    ['solid', 'hollow'].map((fill) => {
      const context = canvas(18);
      context.translate(1, 1);
      const path = new Path2D(kind.path);
      context.lineJoin = 'round';
      context.strokeStyle = palette.halo;
      context.lineWidth = 3;
      context.stroke(path);
      context.fillStyle = fill === 'solid' ? kind[theme] : palette.land;
      context.fill(path);
      context.strokeStyle = fill === 'solid' ? palette.halo : kind[theme];
      context.lineWidth = fill === 'solid' ? 1 : 2;
      context.stroke(path);
      return { name: `${kind.name}-${fill}`, data: pixels(context, 18) };
    }),
  );
}
