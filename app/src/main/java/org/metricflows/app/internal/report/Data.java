package org.metricflows.app.internal.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.DoubleStream;

/** Numbers that the page's script draws. */
final class Data {
  private Data() {}

  /** A tree of maps, lists, texts and numbers as an element that is not shown. */
  static Html of(Object tree) {
    try {
      String json = new ObjectMapper().writeValueAsString(tree).replace("<", "\\u003c");
      return new Html("<script type='application/json'>" + json + "</script>\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers cannot be written as JSON", e);
    }
  }

  /** The median of the sizes of numbers, by which colours tell many from few. */
  static double typical(DoubleStream values) {
    double[] sizes = values.filter(Double::isFinite).map(Math::abs).sorted().toArray();
    return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
  }

  /** Six digits, which is more than a screen shows. */
  static double rounded(double value) {
    return Double.isFinite(value) ? Float.parseFloat(String.valueOf((float) value)) : Double.NaN;
  }
}
