import type { Scene } from './scene';

/** The map that stands now, for what is outside of its component: pictures, printing, tests. */
export const stage: { scene: Scene | undefined } = { scene: undefined };
