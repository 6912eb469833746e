interface Ground {
  text?: string;
  policy?: string[];
}
const files = import.meta.glob<{ default: Ground }>('../data/attribution.json', { eager: true });
const ground: Ground = files['../data/attribution.json']?.default ?? {};

/** Who the map's data is from. */
export const attribution = (): string => [ground.text, 'Places: GeoNames (CC BY 4.0)'].filter(Boolean).join(' · ');

/** How borders are drawn, in sentences. */
export const boundaryPolicy = (): readonly string[] => ground.policy ?? [];
