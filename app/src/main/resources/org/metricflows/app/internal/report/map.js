/* Maps of numbers over two coordinates. */

function startMap(figure) {
  const data = dataOf(figure);
  const canvas = figure.querySelector('canvas');
  const context = canvas.getContext('2d');
  const select = figure.querySelector('select');
  const cache = new Map();
  const values = k => {
    if (!cache.has(k)) { cache.set(k, unpacked(data.layers[k])); }
    return cache.get(k);
  };
  const count = data.grid ? data.x.length * data.y.length : data.x.length;
  const place = placing(data, canvas);
  let time = 0;

  const chosen = () => (select ? select.selectedIndex : 0);
  const at = (layer, p) => values(layer)[time * count + p];

  function draw(k) {
    time = k;
    const layer = data.layers[chosen()];
    const scale = colourScale(layer);
    context.clearRect(0, 0, canvas.width, canvas.height);
    data.grid ? cells(context, data, place, p => scale(at(chosen(), p)))
      : dots(context, data, place, p => scale(at(chosen(), p)));
    if (data.metric && count <= 20000) { ellipses(context, data, place, at); }
    frame(context, data, place);
    const unit = layer.unit === '1' ? '' : '  [' + layer.unit + ']';
    colourBar(context, {x: canvas.width - 50, y: 60, width: 34, height: 640}, layer, layer.name + unit);
    canvas.setAttribute('aria-label', `Map of ${layer.name} over ${data.coords[0]} and ${data.coords[1]} at `
      + `${data.clock} = ${brief(data.times[k])}: ${extent(values(chosen()).subarray(k * count, (k + 1) * count))}`);
  }

  const show = () => draw(time);
  if (select) { select.addEventListener('change', show); }
  timeline(figure, data.times, draw);
  figure.querySelector('button.csv').addEventListener('click', () => {
    const rows = [[...data.coords.slice(0, 2), ...data.layers.map(l => l.name)].join(',')];
    for (let p = 0; p < count; p++) {
      const [x, y] = where(data, p);
      rows.push([x, y, ...data.layers.map((l, k) => at(k, p))].join(','));
    }
    save(`map-${data.clock}-${data.times[time]}.csv`, rows.join('\n') + '\n');
  });
  canvas.addEventListener('pointermove', event => {
    const box = canvas.getBoundingClientRect();
    const p = nearest(data, place, (event.clientX - box.left) * canvas.width / box.width,
      (event.clientY - box.top) * canvas.height / box.height);
    const layer = data.layers[chosen()];
    canvas.title = p < 0 ? '' : `${layer.name} = ${brief(at(chosen(), p))} at (${where(data, p).map(brief).join(', ')})`;
  });
}

const where = (data, p) => data.grid
  ? [data.x[p % data.x.length], data.y[Math.floor(p / data.x.length)]] : [data.x[p], data.y[p]];

function extent(numbers) {
  const finite = numbers.filter(Number.isFinite);
  return finite.length ? `from ${brief(finite.reduce((a, b) => Math.min(a, b)))} to `
    + brief(finite.reduce((a, b) => Math.max(a, b))) : 'no number';
}

/* Where coordinates are on a canvas: both in one scale, unless one would be thin. */
function placing(data, canvas) {
  const room = {x: 70, y: 30, width: canvas.width - 230, height: canvas.height - 120};
  const range = axis => {
    const lo = Math.min(...axis);
    const hi = Math.max(...axis);
    const half = (data.grid ? (hi - lo) / Math.max(1, axis.length - 1) / 2 : 0.05 * (hi - lo)) || 0.5;
    return [lo - half, hi + half];
  };
  const [x0, x1] = range(data.x);
  const [y0, y1] = range(data.y);
  let sx = room.width / (x1 - x0);
  let sy = room.height / (y1 - y0);
  if (Math.max(sx, sy) < 4 * Math.min(sx, sy)) { sx = sy = Math.min(sx, sy); }
  return {
    x0, x1, y0, y1, sx, sy,
    left: room.x, bottom: room.y + sy * (y1 - y0),
    at: (x, y) => [room.x + (x - x0) * sx, room.y + (y1 - y) * sy],
  };
}

function cells(context, data, place, colour) {
  const w = (place.x1 - place.x0) / data.x.length * place.sx;
  const h = (place.y1 - place.y0) / data.y.length * place.sy;
  for (let p = 0; p < data.x.length * data.y.length; p++) {
    const [u, v] = place.at(...where(data, p));
    context.fillStyle = css(colour(p));
    context.fillRect(Math.floor(u - w / 2), Math.floor(v - h / 2), Math.ceil(w) + 1, Math.ceil(h) + 1);
  }
}

function dots(context, data, place, colour) {
  const radius = Math.max(3, Math.min(13, 300 / Math.sqrt(data.x.length)));
  for (let p = 0; p < data.x.length; p++) {
    const [u, v] = place.at(data.x[p], data.y[p]);
    context.fillStyle = css(colour(p));
    context.beginPath();
    context.arc(u, v, radius, 0, 2 * Math.PI);
    context.fill();
  }
}

/* The frame, the coordinates' names and their ends. */
function frame(context, data, place) {
  const [left, top] = place.at(place.x0, place.y1);
  const [right, bottom] = place.at(place.x1, place.y0);
  context.strokeStyle = context.fillStyle = styled('--ink');
  context.lineWidth = 2;
  context.strokeRect(left, top, right - left, bottom - top);
  context.font = '26px system-ui, sans-serif';
  context.textAlign = 'left';
  context.fillText(brief(place.x0), left, bottom + 34);
  context.textAlign = 'right';
  context.fillText(brief(place.x1), right, bottom + 34);
  context.textAlign = 'center';
  context.fillText(data.coords[0], (left + right) / 2, bottom + 36);
  for (const [text, u, align] of [[brief(place.y0), bottom, 'left'], [data.coords[1], (top + bottom) / 2, 'center'],
    [brief(place.y1), top, 'right']]) {
    context.save();
    context.translate(left - 14, u);
    context.rotate(-Math.PI / 2);
    context.textAlign = align;
    context.fillText(text, 0, 0);
    context.restore();
  }
}

/* Tissot's indicatrices: the v with g(v,v) = r², at some of the points. */
function ellipses(context, data, place, at) {
  const component = k => data.layers.findIndex(l => l.name === 'g ' + k);
  const [a, b, c] = [component('11'), component('12'), component('22')];
  const chosen = spread(data);
  let widest = 0;
  chosen.forEach(p => { widest = Math.max(widest, 1 / Math.sqrt(least(at(a, p), at(b, p), at(c, p)))); });
  const gap = Math.sqrt((place.x1 - place.x0) * (place.y1 - place.y0) / chosen.length);
  const radius = 0.42 * gap / widest;
  context.strokeStyle = 'rgba(255,255,255,0.95)';
  context.lineWidth = 2.2;
  context.shadowColor = '#000';
  context.shadowBlur = 3;
  for (const p of chosen) {
    const [x, y] = where(data, p);
    context.beginPath();
    for (let i = 0; i <= 32; i++) {
      const [dx, dy] = [Math.cos(i * Math.PI / 16), Math.sin(i * Math.PI / 16)];
      const r = radius / Math.sqrt(at(a, p) * dx * dx + 2 * at(b, p) * dx * dy + at(c, p) * dy * dy);
      const [u, v] = place.at(x + r * dx, y + r * dy);
      i ? context.lineTo(u, v) : context.moveTo(u, v);
    }
    context.stroke();
  }
  context.shadowBlur = 0;
}

/* The smaller eigenvalue. */
const least = (a, b, c) => (a + c) / 2 - Math.hypot((a - c) / 2, b);

/* Some points: about nine along each coordinate of a grid, at most 81 of others. */
function spread(data) {
  if (!data.grid) { return data.x.map((_, p) => p).filter(p => p % Math.ceil(data.x.length / 81) === 0); }
  const every = n => Math.max(1, Math.round(n / 9));
  const [ex, ey] = [every(data.x.length), every(data.y.length)];
  const chosen = [];
  for (let j = Math.floor(ey / 2); j < data.y.length; j += ey) {
    for (let i = Math.floor(ex / 2); i < data.x.length; i += ex) { chosen.push(j * data.x.length + i); }
  }
  return chosen;
}

function nearest(data, place, u, v) {
  let best = -1;
  let distance = data.grid ? Infinity : 400;
  const [left, top] = place.at(place.x0, place.y1);
  const [right, bottom] = place.at(place.x1, place.y0);
  if (u < left || u > right || v < top || v > bottom) { return -1; }
  const count = data.grid ? data.x.length * data.y.length : data.x.length;
  for (let p = 0; p < count; p++) {
    const [a, b] = place.at(...where(data, p));
    const d = (a - u) * (a - u) + (b - v) * (b - v);
    if (d < distance) { distance = d; best = p; }
  }
  return best;
}

document.querySelectorAll('figure.map').forEach(startMap);
