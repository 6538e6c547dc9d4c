#!/usr/bin/env bash
# Makes the pictures of docs/course.md: runs the gallery into a folder and copies one figure of each.
#
#     docs/pictures/course.sh RUNS [NAME …]
#
# RUNS is where the run folders go; with names, those lessons alone. All take some fifteen minutes.
set -euo pipefail
house=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
runs=$1
shift
names=" $* "

picture() { # COMMAND EXAMPLE FIGURE FILE [OPTION …]
  [[ $names == "  " || $names == *" $2 "* ]] || return 0
  "$house/metricflows" "$1" "$2" --force --out "$runs/$2" "${@:5}" >"$runs/$2.txt" || [[ $? == 1 ]]
  cp "$runs/$2/figures/$3" "$house/docs/pictures/course/$4"
}

mkdir -p "$runs"
picture run shrinking-sphere 'maximal_radius.svg' 03-shrinking-sphere.svg
picture run homogeneous-geometries 'volume.svg' 06-homogeneous-geometries.svg
picture run ricci-torus 'int_R2.svg' 07-ricci-torus.svg
picture run sausage 'volume.svg' 08-sausage.svg
picture run bryant-soliton 'radius_squared_rate.svg' 10-bryant-soliton.svg
picture run learn-a-metric 'loss.svg' 11-learn-a-metric.svg
picture sweep ntk-against-width 'ntk_distance@0-against-network.width.svg' 13-ntk-against-width.svg
picture run ricci-two-widths 'loss.svg' 14-ricci-two-widths.svg
picture run conformal-curvature 'R_max.svg' 17-conformal-curvature.svg
picture run cholesky-positive 'minimum_eigenvalue.svg' 19-cholesky-positive.svg
picture run perelman-torus 'perelman_F.svg' 23-perelman-torus.svg
picture sweep perelman-against-bandwidth 'metric_distance-against-flow.bandwidth.svg' 24-perelman-against-bandwidth.svg
picture run elliptic-curve 'learning-curves.svg' 26-elliptic-curve.svg
picture run k3-quartic 'learning-curves.svg' 27-k3-quartic.svg
picture run k-energy 'learning-curves.svg' 28-k-energy.svg
picture run fermat-quintic 'learning-curves.svg' 29-fermat-quintic.svg
picture run donaldson-quintic 'learning-curves.svg' 34-donaldson-quintic.svg
picture run quintic-spectrum 'ntk-histogram.svg' 35-quintic-spectrum.svg
picture run quintic-spectrum 'ntk-spectrum.svg' 35-quintic-spectrum-by-rank.svg
picture run quintic-locality 'locality.svg' 36-quintic-locality.svg
picture run quintic-regimes 'learning-curves.svg' 37-quintic-regimes.svg \
  --set sample.count=10000 --set sample.held_out=1000 --set training.epochs=10 --set metric.ricci_points=0 \
  --set compare.solved-5000=null --set compare.infinite-1000=null
picture run natural-quintic 'learning-curves.svg' 38-natural-quintic.svg
picture sweep natural-ricci-torus 'exact_distance-against-network.width.svg' 39-natural-ricci-torus.svg
picture run natural-deturck 'exact_distance.svg' 40-natural-deturck.svg
picture run natural-perelman 'exact_distance.svg' 41-natural-perelman.svg
picture run natural-ricci-sphere 'volume.svg' 42-natural-ricci-sphere.svg
picture run torus-of-revolution 'R_max.svg' 43-torus-of-revolution.svg
picture run nirenberg 'loss.svg' 44-nirenberg.svg
