/* Colours of numbers: from dark to light, or from blue over the paper's grey to red where the sign counts. */

const SEQUENTIAL = [[68, 1, 84], [72, 40, 120], [62, 74, 137], [49, 104, 142], [38, 130, 142],
  [31, 158, 137], [53, 183, 121], [109, 205, 89], [180, 222, 44], [253, 231, 37]];
const DIVERGING = [[24, 70, 150], [67, 120, 190], [146, 190, 222], [222, 228, 232], [240, 178, 148],
  [214, 96, 77], [165, 15, 35]];

/* From this multiple of the typical size on, colours follow the arsinh of numbers. */
const WIDE = 20;

/* What is coloured evenly: numbers, or where few are far larger than most, their arsinh. */
function evenly({lo, hi, typical}) {
  const size = Math.max(Math.abs(lo), Math.abs(hi));
  return typical > 0 && size > WIDE * typical ? [v => Math.asinh(v / typical), u => typical * Math.sinh(u)] : [v => v, u => u];
}

/* What colour each number of a layer has, as [red, green, blue]. */
function colourScale(layer) {
  const [even] = evenly(layer);
  const [lo, hi] = [even(layer.lo), even(layer.hi)];
  const signed = lo < 0 && hi > 0;
  const stops = signed ? DIVERGING : SEQUENTIAL;
  const size = Math.max(-lo, hi);
  const from = signed ? -size : lo;
  const width = signed ? 2 * size : hi - lo;
  return value => {
    if (!Number.isFinite(value)) { return [128, 128, 128]; }
    const at = width > 0 ? (even(value) - from) / width * (stops.length - 1) : (stops.length - 1) / 2;
    const k = Math.max(0, Math.min(stops.length - 2, Math.floor(at)));
    const part = Math.max(0, Math.min(1, at - k));
    return stops[k].map((c, i) => Math.round(c + part * (stops[k + 1][i] - c)));
  };
}

const css = ([r, g, b], light = 1) => `rgb(${Math.round(r * light)},${Math.round(g * light)},${Math.round(b * light)})`;

/* A bar of the colours with the numbers at its ends, on the right of a canvas. */
function colourBar(context, box, layer, label) {
  const scale = colourScale(layer);
  const [even, value] = evenly(layer);
  const [lo, hi] = [layer.lo, layer.hi];
  for (let i = 0; i < box.height; i++) {
    context.fillStyle = css(scale(value(even(hi) + (even(lo) - even(hi)) * i / (box.height - 1))));
    context.fillRect(box.x, box.y + i, box.width, 1.5);
  }
  context.fillStyle = styled('--ink');
  context.font = '26px system-ui, sans-serif';
  context.textAlign = 'right';
  context.fillText(brief(hi), box.x + box.width, box.y - 12);
  context.fillText(brief(lo), box.x + box.width, box.y + box.height + 32);
  context.save();
  context.translate(box.x - 14, box.y + box.height / 2);
  context.rotate(-Math.PI / 2);
  context.textAlign = 'center';
  context.fillText(label, 0, 0);
  context.restore();
}
