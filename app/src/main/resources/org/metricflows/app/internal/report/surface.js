/* Surfaces of revolution that can be turned: by the pointer, or by the arrow keys, + and −. */

const AROUND = 56;

function startSurface(figure) {
  const data = dataOf(figure);
  const canvas = figure.querySelector('canvas');
  const view = {yaw: 0.5, pitch: 0.42, zoom: 1};
  const size = largest(data.frames);
  const scale = colourScale(data);
  let time = 0;

  const redraw = () => draw(time);
  function draw(k) {
    time = k;
    const context = canvas.getContext('2d');
    context.clearRect(0, 0, canvas.width, canvas.height);
    paint(context, canvas, quads(data.frames[k], view, size), scale);
    if (data.hi > data.lo) {
      colourBar(context, {x: canvas.width - 50, y: 60, width: 30, height: canvas.height - 130}, data, data.shade + '  [ℓ⁻²]');
    }
    canvas.setAttribute('aria-label', `Surface at ${data.clock} = ${brief(data.times[k])}, greatest radius `
      + `${brief(Math.max(...data.frames[k].r))}, ${data.shade} ${extent(Float64Array.from(data.frames[k].c))}; `
      + 'arrow keys turn it, plus and minus change its size');
  }

  turning(canvas, view, redraw);
  timeline(figure, data.times, draw);
  figure.querySelector('button.csv').addEventListener('click', () => {
    const rows = ['t,radius,height,shade'];
    data.frames.forEach((f, k) => f.r.forEach((r, i) => rows.push([data.times[k], r, f.z[i], f.c[i]].join(','))));
    save('surface.csv', rows.join('\n') + '\n');
  });
}

function turning(canvas, view, redraw) {
  const turn = (yaw, pitch) => {
    view.yaw += yaw;
    view.pitch = Math.max(-1.57, Math.min(1.57, view.pitch + pitch));
    redraw();
  };
  let from = null;
  canvas.addEventListener('pointerdown', e => { from = [e.clientX, e.clientY]; canvas.setPointerCapture(e.pointerId); });
  canvas.addEventListener('pointerup', () => { from = null; });
  canvas.addEventListener('pointermove', e => {
    if (!from) { return; }
    turn((e.clientX - from[0]) * 0.01, (e.clientY - from[1]) * 0.01);
    from = [e.clientX, e.clientY];
  });
  canvas.addEventListener('keydown', e => {
    const moves = {ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, -0.1], ArrowDown: [0, 0.1]};
    if (moves[e.key]) {
      e.preventDefault();
      turn(...moves[e.key]);
    } else if (e.key === '+' || e.key === '-') {
      view.zoom *= e.key === '+' ? 1.15 : 1 / 1.15;
      redraw();
    }
  });
}

/* The largest distance from the middle over all times, so that what shrinks is seen to. */
function largest(frames) {
  return Math.max(...frames.map(f => Math.hypot(Math.max(...f.r), (Math.max(...f.z) - Math.min(...f.z)) / 2)));
}

/* The pieces of the surface as the eye sees them. The axis lies across, so that necks are seen. */
function quads(frame, view, size) {
  const n = frame.r.length;
  const middle = (Math.max(...frame.z) + Math.min(...frame.z)) / 2;
  const points = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < AROUND; j++) {
      const phi = 2 * Math.PI * j / AROUND;
      points.push(seen([(frame.z[i] - middle) / size, frame.r[i] * Math.cos(phi) / size, frame.r[i] * Math.sin(phi) / size], view));
    }
  }
  const pieces = [];
  for (let i = 0; i + 1 < n; i++) {
    for (let j = 0; j < AROUND; j++) {
      const k = (j + 1) % AROUND;
      const corners = [i * AROUND + j, i * AROUND + k, (i + 1) * AROUND + k, (i + 1) * AROUND + j].map(p => points[p]);
      pieces.push({
        corners,
        depth: corners[0][2] + corners[1][2] + corners[2][2] + corners[3][2],
        shade: (frame.c[i] + frame.c[i + 1]) / 2,
        light: lit(corners),
      });
    }
  }
  return pieces.sort((a, b) => a.depth - b.depth);
}

function seen([x, y, z], view) {
  const [cy, sy, cp, sp] = [Math.cos(view.yaw), Math.sin(view.yaw), Math.cos(view.pitch), Math.sin(view.pitch)];
  const [u, w] = [cy * x + sy * z, -sy * x + cy * z];
  return [view.zoom * u, view.zoom * (cp * y - sp * w), sp * y + cp * w];
}

/* How much light falls on a piece from above the eye's right shoulder. */
function lit([a, b, c, d]) {
  const [p, q] = [[0, 1, 2].map(i => c[i] - a[i]), [0, 1, 2].map(i => d[i] - b[i])];
  const n = [p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]];
  const length = Math.hypot(...n) || 1;
  return 0.45 + 0.55 * Math.abs(0.35 * n[0] + 0.5 * n[1] + 0.79 * n[2]) / length;
}

function paint(context, canvas, pieces, scale) {
  const [u, v, size] = [(canvas.width - 110) / 2, canvas.height / 2, 0.9 * Math.min(canvas.width - 120, canvas.height) / 2];
  context.lineWidth = 1;
  for (const piece of pieces) {
    context.beginPath();
    piece.corners.forEach(([x, y], i) => (i ? context.lineTo(u + size * x, v - size * y) : context.moveTo(u + size * x, v - size * y)));
    context.closePath();
    context.fillStyle = context.strokeStyle = css(scale(piece.shade), piece.light);
    context.fill();
    context.stroke();
  }
}

document.querySelectorAll('figure.surface').forEach(startSurface);
