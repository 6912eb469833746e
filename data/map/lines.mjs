// Cuts lines at the edges of a box, in degrees; the points that stay are those of the source, and the cuts.

/** Where the segment a-b enters and leaves the box [west, south, east, north], as shares of its length; null outside. */
function span(a, b, [west, south, east, north]) {
  let from = 0;
  let to = 1;
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  for (const [step, room] of [[-dx, a[0] - west], [dx, east - a[0]], [-dy, a[1] - south], [dy, north - a[1]]]) {
    if (step === 0) {
      if (room < 0) return null;
    } else if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
  }
  return from < to ? [from, to] : null;
}

function at(a, b, share) {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** The parts of a line inside a box. */
export function inside(line, box) {
  const parts = [];
  let part = [];
  for (let i = 1; i < line.length; i++) {
    const found = span(line[i - 1], line[i], box);
    if (!found) continue;
    if (part.length === 0) part.push(found[0] === 0 ? line[i - 1] : at(line[i - 1], line[i], found[0]));
    part.push(found[1] === 1 ? line[i] : at(line[i - 1], line[i], found[1]));
    if (found[1] < 1) {
      parts.push(part);
      part = [];
    }
  }
  if (part.length > 1) parts.push(part);
  return parts;
}

/** The parts of a line outside a box. */
export function outside(line, box) {
  const parts = [];
  let part = [line[0]];
  for (let i = 1; i < line.length; i++) {
    const found = span(line[i - 1], line[i], box);
    if (!found) {
      part.push(line[i]);
      continue;
    }
    if (found[0] > 0) part.push(at(line[i - 1], line[i], found[0]));
    if (part.length > 1) parts.push(part);
    part = found[1] < 1 ? [at(line[i - 1], line[i], found[1]), line[i]] : [line[i]];
  }
  if (part.length > 1) parts.push(part);
  return parts;
}
