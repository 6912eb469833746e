declare module 'virtual:accuracy' {
  const accuracy: import('../plugins/accuracy').Accuracy;
  export default accuracy;
}
declare module 'virtual:licences' {
  const licences: import('../plugins/licences').Licence[];
  export default licences;
}

/** What tests of the page read. */
interface Window {
  tocsin?: {
    /** Symbols that the map draws now. */
    dots(): number;
    /** Clusters that the map draws now. */
    cells(): number;
  };
}
