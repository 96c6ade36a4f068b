// A page as pure data: what is where, in millimetres from the top left corner. Knows boxes and lines, not what they mean.
// One model, two drawers (./draw-pdf, ./draw-svg), so that the preview on a screen cannot differ from the paper.
/** Lengths on the page are millimetres, y grows downwards. Type sizes are points, as printers speak. */
export const mmPerPoint = 25.4 / 72;
/** The weights that are shipped (./faces). */
export const faceNames = ['regular', 'medium'];
export const a4 = { width: 210, height: 297 };
export const isShape = (part) => 'kind' in part;
export const line = (x1, y1, x2, y2, stroke) => ({
  kind: 'path',
  steps: [
    { go: 'M', x: x1, y: y1 },
    { go: 'L', x: x2, y: y2 },
  ],
  stroke,
});
export const rectangle = (x, y, width, height, paint) => ({
  kind: 'path',
  steps: [
    { go: 'M', x, y },
    { go: 'L', x: x + width, y },
    { go: 'L', x: x + width, y: y + height },
    { go: 'L', x, y: y + height },
    { go: 'Z' },
  ],
  ...paint,
});
/** A circle of four cubic curves; 0.5523 is the usual distance of the handles (error below 0.03 % of the radius). */
export function circle(cx, cy, radius, paint) {
  const k = radius * 0.5522847;
  const quarter = (x, y, fromX, fromY) => ({
    go: 'C',
    x1: fromX === 0 ? cx + Math.sign(x) * k : cx + fromX * radius,
    y1: fromY === 0 ? cy + Math.sign(y) * k : cy + fromY * radius,
    x2: x === 0 ? cx + fromX * k : cx + x * radius,
    y2: y === 0 ? cy + fromY * k : cy + y * radius,
    x: cx + x * radius,
    y: cy + y * radius,
  });
  return {
    kind: 'path',
    steps: [
      { go: 'M', x: cx + radius, y: cy },
      quarter(0, 1, 1, 0),
      quarter(-1, 0, 0, 1),
      quarter(0, -1, -1, 0),
      quarter(1, 0, 0, -1),
      { go: 'Z' },
    ],
    ...paint,
  };
}
/** Every shape of a page, with the parts it stands in unwrapped, in drawing order. */
export function shapesOf(parts) {
  return parts.flatMap((part) => (isShape(part) ? [part] : shapesOf(part.inside)));
}
//# sourceMappingURL=page.js.map
