/* The page's theme, and what pictures that move share. */

const root = document.documentElement;
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
const pictures = [];

function setTheme(dark) {
  root.dataset.theme = dark ? 'dark' : 'light';
  pictures.forEach(draw => draw());
}

setTheme(prefersDark.matches);
prefersDark.addEventListener('change', event => setTheme(event.matches));
document.getElementById('theme').addEventListener('click', () => setTheme(root.dataset.theme !== 'dark'));

/* All is printed, also what is folded away. */
window.addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(d => { d.open = true; }));

const styled = name => getComputedStyle(root).getPropertyValue(name).trim();

function brief(value) {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))).replace('-', '−') : '–';
}

/* The numbers of a figure: a JSON document in it. */
const dataOf = figure => JSON.parse(figure.querySelector('script[type="application/json"]').textContent);

/* Whole numbers of 16 bits, little-endian, to numbers between lo and hi. */
function unpacked(layer) {
  const bytes = atob(layer.data);
  const values = new Float64Array(bytes.length / 2);
  const step = (layer.hi - layer.lo) / 65534;
  for (let i = 0; i < values.length; i++) {
    const k = bytes.charCodeAt(2 * i) + 256 * bytes.charCodeAt(2 * i + 1);
    values[i] = k === 65535 ? NaN : layer.lo + step * k;
  }
  return values;
}

/* Slider and play button of a figure; draw is called with the index of the time to show. */
function timeline(figure, times, draw) {
  const slider = figure.querySelector('input[type=range]');
  const output = figure.querySelector('output');
  const play = figure.querySelector('button.play');
  let timer = null;
  const show = () => {
    const k = slider ? Number(slider.value) : 0;
    if (output) { output.textContent = brief(times[k]); }
    if (slider) { slider.setAttribute('aria-valuetext', brief(times[k])); }
    draw(k);
  };
  const stop = () => {
    clearInterval(timer);
    timer = null;
    play.textContent = '▶ play';
    play.setAttribute('aria-pressed', 'false');
  };
  if (slider) {
    slider.addEventListener('input', show);
    play.addEventListener('click', () => {
      if (timer) { stop(); return; }
      play.textContent = '❚❚ pause';
      play.setAttribute('aria-pressed', 'true');
      timer = setInterval(() => {
        slider.value = (Number(slider.value) + 1) % times.length;
        show();
      }, Math.max(80, Math.min(600, 6000 / times.length)));
    });
  }
  pictures.push(show);
  show();
}

function save(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], {type: 'text/csv'}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
