package org.metricflows.bridge.internal.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.run.RecordedFields;
import org.metricflows.bridge.internal.run.RecordedFields.Field;
import org.metricflows.bridge.internal.spec.SampleSpec;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.batch.SymmetricIndex;

/**
 * What a run on a chart puts into fields.npz: {@code t} [time], {@code x} [point][coordinate],
 * {@code g} [time][point][component] and, where second derivatives of the metric are known, {@code
 * R} and {@code ricci_squared} [time][point], at the sample points.
 *
 * <p>Records keep the metric at points that make no grid.
 */
final class ChartFields {

  private ChartFields() {}

  static RecordedFields of(SampleSpec sample, StateReader reader) {
    double[][] points = reader.samplePoints();
    int d = reader.dimension();
    List<Field> fields = new ArrayList<>();
    Field g = new Field(Vocabulary.METRIC_AT_POINTS.name(), "g", new SymmetricIndex(d).size());
    fields.add(sample instanceof SampleSpec.Grid ? g : g.inRecordsToo());
    List<Observable> observed = reader.observations().observables();
    for (Observable curvature : List.of(Vocabulary.R, Vocabulary.RICCI_SQUARED)) {
      if (observed.contains(curvature)) {
        fields.add(Field.of(curvature.name()));
      }
    }
    double[] flat = Arrays.stream(points).flatMapToDouble(DoubleStream::of).toArray();
    return new RecordedFields(
        new Tensor(List.of(points.length, flat.length / points.length), flat), fields);
  }
}
