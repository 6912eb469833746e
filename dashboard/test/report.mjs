/** Says what was measured, loudly where it is over its limit. */
export function report(what, value, limit, unit) {
  const over = value > limit;
  console.log(`${over ? '!!! OVER ITS LIMIT' : 'measured'}: ${what}: ${value.toFixed(value < 100 ? 1 : 0)} ${unit} (limit ${limit} ${unit})`);
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
