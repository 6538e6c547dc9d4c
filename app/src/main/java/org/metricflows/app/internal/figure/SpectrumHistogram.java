package org.metricflows.app.internal.figure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.metricflows.app.internal.plot.Axis;
import org.metricflows.app.internal.plot.Figure;
import org.metricflows.app.internal.plot.Histogram;
import org.metricflows.app.internal.plot.Series;
import org.metricflows.app.internal.result.RunRecords;

/**
 * The spectra of metric tangent kernels as histograms, before and after, over the same bins.
 *
 * @param results what their result.json hold, by the names of variants
 */
record SpectrumHistogram(Map<String, JsonNode> results) {
  private static final int BINS = 40;

  Figure figure() {
    Map<String, double[]> spectra = spectra();
    Axis axis = Axis.logarithmic("eigenvalue");
    double[] all = spectra.values().stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    List<Series> series = new ArrayList<>();
    spectra.forEach(
        (name, values) -> {
          double low = all[0];
          double high = Math.max(all[all.length - 1], low * (1 + 1e-9));
          series.add(Histogram.of(values, BINS, axis, low, high).toSeries(name));
        });
    return new Figure(
        "Histogram of the spectrum",
        axis,
        Axis.linear("eigenvalues in each of equal factors"),
        series);
  }

  private Map<String, double[]> spectra() {
    Map<String, double[]> spectra = new LinkedHashMap<>();
    results.forEach(
        (name, result) -> {
          RunRecords run = new RunRecords(result);
          double[] start = positive(result.at("/records/0/ntk_spectrum"));
          double[] end = positive(run.last().path("ntk_spectrum"));
          if (run.times().size() > 1 && start.length > 0 && end.length > 0) {
            String before = name.isEmpty() ? "" : name + ", ";
            List<Double> times = run.times();
            spectra.put(before + run.clock() + " " + brief(times.get(0)), start);
            spectra.put(before + run.clock() + " " + brief(times.get(times.size() - 1)), end);
          }
        });
    return spectra;
  }

  private static String brief(double time) {
    return time == Math.rint(time) ? String.valueOf((long) time) : String.valueOf(time);
  }

  private static double[] positive(JsonNode spectrum) {
    return StreamSupport.stream(spectrum.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .filter(v -> v > 0)
        .toArray();
  }
}
