package org.metricflows.bridge.internal.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.metricflows.bridge.internal.numpy.Tensor;

/**
 * The arrays among the entries of records: too large for result.json, they go to fields.npz as
 *
 * <pre>
 *   t      [record]
 *   x      [point] or [point][coordinate], where the arrays' values are
 *   NAME   [record][point] or [record][point][component]
 * </pre>
 *
 * @param points x
 * @param names of the arrays in the file, by the key of the entry
 * @param components the length of the arrays' last index, 0 for arrays without it
 */
public record RecordedFields(Tensor points, Map<String, String> names, int components) {

  /** Keeps the order of the names. */
  public RecordedFields {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  /** The records without these entries. */
  List<Map<String, Object>> parted(List<Map<String, Object>> records) {
    List<Map<String, Object>> kept = new ArrayList<>();
    for (Map<String, Object> record : records) {
      Map<String, Object> copy = new LinkedHashMap<>(record);
      copy.keySet().removeAll(names.keySet());
      kept.add(copy);
    }
    return kept;
  }

  /** The file's arrays. */
  Map<String, Tensor> of(List<Map<String, Object>> records) {
    Map<String, Tensor> fields = new LinkedHashMap<>();
    fields.put(
        "t", Tensor.of(records.stream().flatMapToDouble(r -> numbers(r.get("t"))).toArray()));
    fields.put("x", points);
    names.forEach((key, name) -> fields.put(name, rows(records, key)));
    return fields;
  }

  private Tensor rows(List<Map<String, Object>> records, String key) {
    double[] flat = records.stream().flatMapToDouble(r -> numbers(r.get(key))).toArray();
    List<Integer> shape = new ArrayList<>(List.of(records.size(), points.shape().get(0)));
    if (components > 0) {
      shape.add(components);
    }
    return new Tensor(shape, flat);
  }

  /** All numbers, the last index running fastest: arrays when fresh, lists when read back. */
  private static DoubleStream numbers(Object entry) {
    if (entry instanceof double[] row) {
      return DoubleStream.of(row);
    }
    if (entry instanceof double[][] rows) {
      return Arrays.stream(rows).flatMapToDouble(DoubleStream::of);
    }
    if (entry instanceof List<?> list) {
      return list.stream().flatMapToDouble(RecordedFields::numbers);
    }
    return DoubleStream.of(entry == null ? Double.NaN : ((Number) entry).doubleValue());
  }
}
