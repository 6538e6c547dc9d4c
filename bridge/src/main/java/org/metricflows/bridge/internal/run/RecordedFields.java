package org.metricflows.bridge.internal.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.metricflows.bridge.internal.numpy.Tensor;

/**
 * The arrays among the entries of records: too large for result.json and series.csv, they go to
 * fields.npz as
 *
 * <pre>
 *   t      [record], of a training its epochs
 *   x      [point] or [point][coordinate], where the arrays' values are
 *   NAME   [record][point] or [record][point][component]
 * </pre>
 *
 * @param points x
 * @param fields in the order of the file
 */
public record RecordedFields(Tensor points, List<Field> fields) {

  /**
   * An array.
   *
   * @param entry the key under which records carry it
   * @param name in the file
   * @param components the length of its last index, 0 without it
   * @param inRecords whether it is in result.json as well
   */
  public record Field(String entry, String name, int components, boolean inRecords) {

    /** In the file alone, a number or a list of components a point. */
    public Field(String entry, String name, int components) {
      this(entry, name, components, false);
    }

    /** A number a point, in the file alone and of the same name there. */
    public static Field of(String entry) {
      return new Field(entry, entry, 0);
    }

    /** The same, in result.json as well. */
    public Field inRecordsToo() {
      return new Field(entry, name, components, true);
    }
  }

  /** A copy of its own. */
  public RecordedFields {
    fields = List.copyOf(fields);
  }

  /** The records without what is in the file alone. */
  List<Map<String, Object>> parted(List<Map<String, Object>> records) {
    List<String> gone = fields.stream().filter(f -> !f.inRecords()).map(Field::entry).toList();
    List<Map<String, Object>> kept = new ArrayList<>();
    for (Map<String, Object> record : records) {
      Map<String, Object> copy = new LinkedHashMap<>(record);
      copy.keySet().removeAll(gone);
      kept.add(copy);
    }
    return kept;
  }

  /**
   * The file's arrays.
   *
   * @param clock the key under which records carry their time
   */
  Map<String, Tensor> of(List<Map<String, Object>> records, String clock) {
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    arrays.put(
        "t", Tensor.of(records.stream().flatMapToDouble(r -> numbers(r.get(clock))).toArray()));
    arrays.put("x", points);
    fields.forEach(field -> arrays.put(field.name(), rows(records, field)));
    return arrays;
  }

  private Tensor rows(List<Map<String, Object>> records, Field field) {
    double[] flat = records.stream().flatMapToDouble(r -> numbers(r.get(field.entry()))).toArray();
    List<Integer> shape = new ArrayList<>(List.of(records.size(), points.shape().get(0)));
    if (field.components() > 0) {
      shape.add(field.components());
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
