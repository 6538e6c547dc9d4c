package org.metricflows.bridge.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.run.RecordedFields.Field;

/** Arrays of records on their way to fields.npz. */
class RecordedFieldsTest {

  /** Records read back from a checkpoint hold lists where fresh ones hold arrays. */
  @Test
  void recordsOfACheckpointReadLikeFreshOnes() {
    Map<String, Object> fresh = Map.of("t", 0.0, "radius", new double[] {1, 2});
    Map<String, Object> old = Map.of("t", 1, "radius", List.of(3.0, 4));
    RecordedFields fields =
        new RecordedFields(Tensor.of(5, 6), List.of(new Field("radius", "psi", 0)));
    Map<String, Tensor> arrays = fields.of(List.of(fresh, old), "t");
    assertThat(arrays.keySet()).containsExactly("t", "x", "psi");
    assertThat(arrays.get("t").values()).containsExactly(0, 1);
    assertThat(arrays.get("x").values()).containsExactly(5, 6);
    assertThat(arrays.get("psi").shape()).containsExactly(2, 2);
    assertThat(arrays.get("psi").values()).containsExactly(1, 2, 3, 4);
    assertThat(fields.parted(List.of(fresh, old)))
        .containsExactly(Map.of("t", 0.0), Map.of("t", 1));
  }

  /** What was not finite has become null in a checkpoint, and is NaN again. */
  @Test
  void componentsRunFastest() {
    Map<String, Object> fresh = Map.of("t", 0.0, "m", new double[][] {{1, 2, 3}, {4, 5, 6}});
    List<Double> gap = java.util.Arrays.asList(7.0, null, 9.0);
    Map<String, Object> old = Map.of("t", 1.0, "m", List.of(gap, List.of(1, 2, 3)));
    Tensor points = new Tensor(List.of(2, 1), new double[] {0, 1});
    Tensor g =
        new RecordedFields(points, List.of(new Field("m", "g", 3)))
            .of(List.of(fresh, old), "t")
            .get("g");
    assertThat(g.shape()).containsExactly(2, 2, 3);
    assertThat(g.values()).containsExactly(1, 2, 3, 4, 5, 6, 7, Double.NaN, 9, 1, 2, 3);
  }

  /** An array may be in records as well; the time of a training is its epoch. */
  @Test
  void whatRecordsKeepIsInBoth() {
    Map<String, Object> record =
        Map.of("epoch", 7, "m", new double[][] {{1}}, "R", new double[] {2});
    RecordedFields fields =
        new RecordedFields(
            new Tensor(List.of(1, 1), new double[] {0}),
            List.of(new Field("m", "g", 1).inRecordsToo(), Field.of("R")));
    assertThat(fields.parted(List.of(record)).get(0).keySet())
        .containsExactlyInAnyOrder("epoch", "m");
    Map<String, Tensor> arrays = fields.of(List.of(record), "epoch");
    assertThat(arrays.keySet()).containsExactly("t", "x", "g", "R");
    assertThat(arrays.get("t").values()).containsExactly(7);
    assertThat(arrays.get("g").shape()).containsExactly(1, 1, 1);
    assertThat(arrays.get("R").values()).containsExactly(2);
  }
}
