package org.metricflows.bridge.internal.flow;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.metricflows.bridge.internal.spec.FeatureSpec;
import org.metricflows.numeric.internal.features.CosineFeatures;
import org.metricflows.numeric.internal.features.PeriodicHeatKernel;
import org.metricflows.numeric.internal.gradient.OutputFlow;
import org.metricflows.numeric.internal.gradient.ReadOuts;
import org.metricflows.numeric.internal.gradient.Supermetric;
import org.metricflows.numeric.internal.kernel.KernelMatrix;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.symbolic.InputException;

/**
 * Makes the flow of a network of cosine features, at finite or infinite width.
 *
 * @param periods of the coordinates
 * @param order derivatives of the outputs at the sample points that are to be known
 * @param supermetric acts on the loss's variation
 */
record FeatureFlows(
    FeatureSpec features,
    double[] periods,
    FlowData data,
    CompiledLoss loss,
    int order,
    Supermetric supermetric) {

  /** The largest matrix kept, in numbers: 1 GiB of them. */
  private static final long MOST_ENTRIES = 1L << 27;

  /**
   * The periods of a chart, which must have all of them.
   *
   * @throws InputException naming the coordinate that has none
   */
  static double[] periods(List<String> coordinates, List<OptionalDouble> periods) {
    for (int i = 0; i < periods.size(); i++) {
      if (periods.get(i).isEmpty()) {
        throw InputException.of(
            "chart.periodic",
            "'"
                + coordinates.get(i)
                + "' has no period, but flow.kernel 'features' needs a periodic chart");
      }
    }
    return periods.stream().mapToDouble(OptionalDouble::getAsDouble).toArray();
  }

  OutputFlow flow(int outputs) {
    requireResolved();
    return features.width().isPresent() ? finite(outputs) : infinite(outputs);
  }

  /** The outputs of a state, anywhere. */
  OutputField field(int outputs) {
    return features.width().isPresent()
        ? new FeatureField(outputs, drawn(features.width().getAsInt()))
        : flows(outputs).field(kernel());
  }

  private void requireResolved() {
    double bandwidth = features.bandwidth();
    for (double period : periods) {
      if (!PeriodicHeatKernel.resolves(period, bandwidth)) {
        throw InputException.of(
            "features.bandwidth", bandwidth + " is too small for the period " + period);
      }
    }
  }

  private OutputFlow finite(int outputs) {
    int width = features.width().getAsInt();
    requireRoom((long) width * rows(), "features.width", String.valueOf(width));
    CosineFeatures drawn = drawn(width);
    double[][] points = data.sampling().points();
    KernelMatrix carried = drawn.jets(points, order);
    ReadOuts model =
        new ReadOuts(
            outputs,
            carried,
            drawn.jets(data.testPoints(), 0),
            loss.order() == order ? carried : drawn.jets(points, loss.order()),
            Parallel.common());
    return flows(outputs).of(model, drawn.kernel(data.probePoints()));
  }

  private OutputFlow infinite(int outputs) {
    int points = data.sampling().size();
    requireRoom(
        (long) rows() * points * data.jets(loss.order()).size(), "sample", points + " points");
    return flows(outputs).of(kernel());
  }

  private FrozenFlows flows(int outputs) {
    return new FrozenFlows(outputs, data, loss, order, supermetric);
  }

  private CosineFeatures drawn(int width) {
    return CosineFeatures.draw(periods, features.bandwidth(), width, features.seed());
  }

  private PeriodicHeatKernel kernel() {
    return PeriodicHeatKernel.of(periods, features.bandwidth());
  }

  /** What the flow is made of. */
  FeatureParts parts(boolean deWitt) {
    Optional<CosineFeatures> drawn =
        features.width().isPresent()
            ? Optional.of(drawn(features.width().getAsInt()))
            : Optional.empty();
    return new FeatureParts(features, periods, deWitt, drawn, kernel());
  }

  private int rows() {
    return data.sampling().size() * data.jets(order).size();
  }

  private static void requireRoom(long entries, String field, String what) {
    if (entries > MOST_ENTRIES) {
      throw InputException.of(
          field,
          what
              + " make a matrix of "
              + entries
              + " numbers, at most "
              + MOST_ENTRIES
              + " are kept");
    }
  }
}
