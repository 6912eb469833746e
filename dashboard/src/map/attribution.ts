/** Who the map's data is from; shown on the map and in every picture of it. */
export const ATTRIBUTION = 'Borders: Natural Earth, edition of Visionscarto · Places: GeoNames (CC BY 4.0)';
