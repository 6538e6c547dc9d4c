package org.metricflows.bridge.internal.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.run.Model;
import org.metricflows.bridge.internal.run.RecordedFields;
import org.metricflows.bridge.internal.run.RunOutcome;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.flow.FlowRecord;

/**
 * A metric on a chart: what is told of it, whatever moves it.
 *
 * @param reader of what moves
 * @param arrays the parameters of a network, where there is one
 * @param course how it moves
 * @param notes what a user may have overlooked
 */
record ChartModel(
    Spec spec,
    StateReader reader,
    Function<double[], Map<String, Tensor>> arrays,
    Course course,
    List<String> notes)
    implements Model<double[]> {

  /** How a metric moves. */
  enum Course {
    /** In time: what its equation lets grow must grow. */
    FLOW,
    /** In steps of whatever length, whose processor time is of interest. */
    STEPS
  }

  /** The same with notes. */
  ChartModel noting(List<String> all) {
    return new ChartModel(spec, reader, arrays, course, all);
  }

  @Override
  public Observations<Moment<double[]>> observations() {
    Observations<Moment<double[]>> plain =
        reader.observations().seenBy(m -> new FlowRecord(m.time(), m.state()));
    return course == Course.FLOW ? plain : plain.with(Vocabulary.CPU_SECONDS, m -> 0.0);
  }

  /** What does not hang on single records, such as the metric-NTK at the start and at the end. */
  @Override
  public Map<String, Object> closing(double[] last, RunOutcome outcome) {
    Map<String, Object> entries = new LinkedHashMap<>(reader.extras(last));
    List<Map<String, Object>> checks = MonotonicityCheck.of(outcome.records());
    if (course == Course.FLOW && !checks.isEmpty()) {
      entries.put("checks", checks);
    }
    return entries;
  }

  @Override
  public Map<String, Tensor> parameters(double[] state) {
    return arrays.apply(state);
  }

  @Override
  public Optional<RecordedFields> fields() {
    return Optional.of(ChartFields.of(spec.sample(), reader));
  }
}
