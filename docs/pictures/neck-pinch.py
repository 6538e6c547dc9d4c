#!/usr/bin/env python3
"""Draws neck-pinch.svg from a run folder of examples/gallery/dumbbell-neck-pinch.yaml.

    metricflows run examples/gallery/dumbbell-neck-pinch.yaml --out RUN
    docs/pictures/neck-pinch.py RUN > docs/pictures/neck-pinch.svg

Needs Python 3 and NumPy. Radius against arc length, both at one scale, and the least and greatest
curvature against time.
"""
import json
import pathlib
import sys

import numpy as np

run = pathlib.Path(sys.argv[1])
fields = np.load(run / "fields.npz")
result = json.loads((run / "result.json").read_text())
records = result["records"]
times, x, radius = fields["t"], fields["x"], fields["radius"]
shown = [0, 2, 4, 6, 7]
colours = ["#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#b3261e"]
style = (
    "text{font:13px sans-serif;fill:#444}.t{font-size:14px;fill:#222}"
    ".axis{stroke:#999;fill:none}.grid{stroke:#eee}"
    "@media (prefers-color-scheme:dark){text{fill:#bbb}.t{fill:#eee}.grid{stroke:#333}}"
)
out = []
out.append('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 300" role="img"'
           ' aria-labelledby="title desc">')
out.append('<title id="title">A neck pinches under Ricci flow</title>')
out.append('<desc id="desc">Left: profiles of a rotationally symmetric three-sphere at five times; the'
           ' neck between two bulges closes. Right: the greatest scalar curvature grows without bound'
           ' as the pinch comes near.</desc>')
out.append(f"<style>{style}</style>")

# profiles
left, top, width, height = 20, 40, 480, 220
length = max(r["length"] for r in records)
scale = width / length
middle = top + height / 2
out.append(f'<text class="t" x="{left}" y="22">The sphere ds² + ψ(s)² g_S² along its length s</text>')
for k, colour in zip(shown, colours):
    total = records[k]["length"]
    s = (x / np.pi - 0.5) * total
    cx = left + width / 2
    order = np.concatenate([s, s[::-1]])
    psi = np.concatenate([radius[k], -radius[k][::-1]])
    points = " ".join(f"{cx + scale * a:.1f},{middle - scale * b:.1f}" for a, b in zip(order, psi))
    out.append(f'<polygon points="{points}" fill="{colour}" fill-opacity="0.12" stroke="{colour}"'
               ' stroke-width="1.8"/>')
for i, (k, colour) in enumerate(zip(shown, colours)):
    at = left + 96 * i
    out.append(f'<rect x="{at}" y="{top + height + 10}" width="14" height="4" fill="{colour}"/>')
    out.append(f'<text x="{at + 19}" y="{top + height + 17}">t = {times[k]:.4g}</text>')

# curvature
left, width = 590, 250
bottom = top + height - 10
t = np.array([r["t"] for r in records])
r_max = np.array([r["R_max"] for r in records])
neck = np.array([r.get("neck_radius", np.nan) for r in records])
lo, hi = 1.3, 4
pinch = result["pinch_time"]


def px(value):
    return left + width * value / 0.0265


def py(value):
    return bottom - (np.log10(value) - lo) / (hi - lo) * (bottom - top)


out.append(f'<text class="t" x="{left - 36}" y="22">Greatest scalar curvature against t</text>')
for e in (2, 3, 4):
    y = py(10.0**e)
    out.append(f'<line class="grid" x1="{left}" y1="{y:.1f}" x2="{left + width}" y2="{y:.1f}"/>')
    out.append(f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">10<tspan dy="-5"'
               f' font-size="9">{e}</tspan></text>')
for v in (0, 0.01, 0.02):
    out.append(f'<text x="{px(v):.1f}" y="{bottom + 18}" text-anchor="middle">{v:g}</text>')
out.append(f'<path class="axis" d="M{left},{top} V{bottom} H{left + width}"/>')
out.append(f'<line x1="{px(pinch):.1f}" y1="{top}" x2="{px(pinch):.1f}" y2="{bottom}" stroke="#b3261e"'
           ' stroke-dasharray="4 3"/>')
out.append(f'<text x="{px(pinch) - 6:.1f}" y="{top + 14}" text-anchor="end">pinch at'
           f' {pinch:.5f}</text>')
path = " ".join(f"{px(a):.1f},{py(b):.1f}" for a, b in zip(t, r_max))
out.append(f'<polyline points="{path}" fill="none" stroke="#2171b5" stroke-width="1.8"/>')
for a, b in zip(t, r_max):
    out.append(f'<circle cx="{px(a):.1f}" cy="{py(b):.1f}" r="3" fill="#2171b5"/>')
out.append("</svg>")
print("\n".join(out))
