package org.metricflows.bridge.internal.kahler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.NeighbourSpec;
import org.metricflows.bridge.internal.variety.CompiledVariety;
import org.metricflows.numeric.internal.kernel.hermitian.KernelPoints;
import org.metricflows.numeric.internal.kernel.hermitian.MetricKernel;
import org.metricflows.numeric.internal.regime.FixedTangent;
import org.metricflows.numeric.internal.variety.Neighbours;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * How far what a fixed kernel learns at a point reaches: the factor by which the loss |1 − q/κ|^p
 * has fallen at points at given distances from training points.
 */
final class Locality {

  private final CalabiYauSpec spec;
  private final NeighbourSpec asked;
  private final Compiler compiler;
  private final CompiledVariety variety;
  private final VarietySample sample;
  private final MetricKernel kernel;
  private final KernelPoints training;

  Locality(
      CalabiYauSpec spec,
      Compiler compiler,
      VarietySample sample,
      MetricKernel kernel,
      KernelPoints training) {
    this.spec = spec;
    this.asked = spec.setting().neighbours().orElseThrow();
    this.compiler = compiler;
    this.variety = CompiledVariety.of(spec.variety().variety(), compiler);
    this.sample = sample.training();
    this.kernel = kernel;
    this.training = training;
  }

  /**
   * An entry a distance: the {@code distance} reached (median), the {@code gain} of all points
   * together, and the quartiles of single points' gains.
   *
   * @param sources s, {@code [component][training point]}
   */
  List<Map<String, Object>> of(double[][] sources) {
    List<Map<String, Object>> curve = new ArrayList<>();
    asked.distances().forEach(distance -> curve.add(at(distance, sources)));
    return curve;
  }

  private Map<String, Object> at(double distance, double[][] sources) {
    int count = Math.min(asked.points(), sample.points());
    Neighbours neighbours = new Neighbours(variety.configuration(), variety.maps());
    double[][] z = neighbours.of(sample, count, distance, asked.seed());
    int[] found =
        IntStream.range(0, count).filter(p -> Double.isFinite(z[0][p] + z[1][p])).toArray();
    double[][] kept = new double[z.length][];
    Arrays.setAll(kept, c -> Arrays.stream(found).mapToDouble(p -> z[c][p]).toArray());
    Losses losses = losses(kept, sources);
    double[] gains = losses.gains();
    double[] lengths = new double[found.length];
    Arrays.setAll(lengths, k -> neighbours.distance(sample.z(), found[k], kept, k));
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("step", distance);
    entry.put("distance", quantile(lengths, 0.5));
    entry.put("gain", losses.gain());
    entry.put("gain_quartiles", List.of(quantile(gains, 0.25), quantile(gains, 0.75)));
    entry.put("points", found.length);
    return entry;
  }

  /** w|1 − q/κ|^p of each point, at the start and at the end. */
  private record Losses(double[] before, double[] after) {

    double gain() {
      return Arrays.stream(before).sum() / Arrays.stream(after).sum();
    }

    double[] gains() {
      double[] gains = new double[before.length];
      Arrays.setAll(gains, p -> before[p] / after[p]);
      return gains;
    }
  }

  private Losses losses(double[][] z, double[][] sources) {
    VarietySample there = variety.sampler().of(z, null, z[0].length);
    KernelPoints points = KernelRegimes.points(spec, there, compiler);
    double[][] change = FixedTangent.streamed(kernel, training, points).predict(sources);
    MongeAmpereResiduals residuals = new MongeAmpereResiduals(compiler, there, there.fubiniStudy());
    double[] weight = there.weight();
    double[][] none = new double[change.length][weight.length];
    return new Losses(
        weighted(weight, residuals.values(none, weight).q()),
        weighted(weight, residuals.values(change, weight).q()));
  }

  private double[] weighted(double[] weight, double[] q) {
    double[] losses = new double[q.length];
    Arrays.setAll(
        losses, p -> weight[p] * Math.pow(Math.abs(1 - q[p] / sample.kappa()), asked.power()));
    return losses;
  }

  private static double quantile(double[] values, double fraction) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? Double.NaN : sorted[(int) (fraction * (sorted.length - 1))];
  }
}
