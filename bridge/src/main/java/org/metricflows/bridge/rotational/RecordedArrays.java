package org.metricflows.bridge.rotational;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.metricflows.bridge.run.Tensor;

/** Parts the numbers of records, for result.json, from their arrays, for fields.npz. */
final class RecordedArrays {

  private RecordedArrays() {}

  /** The records without their arrays. */
  static List<Map<String, Object>> numbers(List<Map<String, Object>> records) {
    List<Map<String, Object>> kept = new ArrayList<>();
    for (Map<String, Object> record : records) {
      Map<String, Object> copy = new LinkedHashMap<>(record);
      copy.values().removeIf(value -> !(value instanceof Number));
      kept.add(copy);
    }
    return kept;
  }

  /** An entry of all records that is a number each: {@code [time]}. */
  static Tensor column(List<Map<String, Object>> records, String name) {
    return Tensor.of(
        records.stream().mapToDouble(r -> ((Number) r.get(name)).doubleValue()).toArray());
  }

  /** An entry of all records that is an array each: {@code [time][point]}. */
  static Tensor rows(List<Map<String, Object>> records, String name, int points) {
    double[] flat = records.stream().flatMapToDouble(r -> numbers(r.get(name))).toArray();
    return new Tensor(List.of(records.size(), points), flat);
  }

  /** Arrays when fresh, lists when read back from a checkpoint. */
  private static DoubleStream numbers(Object entry) {
    return entry instanceof double[] fresh
        ? Arrays.stream(fresh)
        : ((List<?>) entry).stream().mapToDouble(value -> ((Number) value).doubleValue());
  }
}
