package org.metricflows.bridge.internal.curvature;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.geometry.MetricJet;
import org.metricflows.symbolic.geometry.MetricTensor;

/** The curvature of an explicit metric as a compiled program of the coordinates. */
final class CurvatureProgram {
  private final Map<Symbol, Integer> slots = new LinkedHashMap<>();
  private final Curvature curvature;
  private final Program program;
  private final int coordinates;
  private final PointCurvature.Numbering numbered;

  CurvatureProgram(MetricTensor given) {
    this(
        given.dimension(),
        names -> given.rename(names).jet(),
        given.dimension(),
        (field, point) -> point);
  }

  /**
   * @param numbers that functions are of, for a point
   * @param jet of the metric in such numbers
   * @param coordinates that name a point
   * @param numbered the numbers of a point
   */
  CurvatureProgram(
      int numbers,
      Function<List<Symbol>, MetricJet> jet,
      int coordinates,
      PointCurvature.Numbering numbered) {
    // coordinates under names that no line of the derivation has
    List<Symbol> names =
        IntStream.range(0, numbers).mapToObj(i -> new Symbol("coordinate" + (i + 1))).toList();
    this.coordinates = coordinates;
    this.numbered = numbered;
    Derivation.Builder builder = Derivation.builder();
    names.forEach(x -> builder.input(x.name()));
    curvature = Curvature.of(builder, jet.apply(names).define(builder));
    if (curvature.det().isZero()) {
      throw InputException.of(
          "metric.background", "the metric is degenerate, det g = 0 everywhere");
    }
    new CurvatureNumbers(curvature, new HandleValues(this::reserve));
    program = new Compiler().compile(builder.build().withOutputs(List.copyOf(slots.keySet())));
  }

  private double reserve(Symbol name) {
    slots.putIfAbsent(name, slots.size());
    return 1;
  }

  /**
   * All numbers at a point.
   *
   * @param field what gave the point, for messages
   * @throws InputException if the point has the wrong length, lies outside the metric's domain, or
   *     the metric is singular there
   */
  CurvatureNumbers at(String field, double... point) {
    if (point.length != coordinates) {
      throw InputException.of(field, "" + point.length + " numbers, " + coordinates + " expected");
    }
    for (double x : point) {
      if (!Double.isFinite(x)) {
        throw InputException.of(field, "" + x + " is not a finite number");
      }
    }
    CurvatureNumbers numbers = values(field, point);
    check(field, numbers, point);
    return numbers;
  }

  /**
   * The same with 0 for what is rounding.
   *
   * @throws InputException as {@link #at} does
   */
  CurvatureNumbers withoutRounding(String field, double... point) {
    return at(field, point)
        .withoutRounding(Rounding.near(point).map(x -> values(field, x)).toList());
  }

  private CurvatureNumbers values(String field, double... point) {
    double[] out = new double[program.outputs()];
    program.evaluate(numbered.of(field, point), out);
    return new CurvatureNumbers(curvature, new HandleValues(name -> out[slots.get(name)]));
  }

  private static void check(String field, CurvatureNumbers numbers, double[] point) {
    String place =
        Arrays.stream(point).mapToObj(Double::toString).collect(Collectors.joining(", ", "(", ")"));
    boolean defined =
        Arrays.stream(numbers.metric()).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    if (!defined) {
      throw InputException.of(
          field, "the metric is not defined at " + place + ", a component is not finite");
    }
    if (numbers.number("determinant") == 0) {
      throw InputException.of(field, "the metric is singular at " + place + ", det g = 0");
    }
    if (!numbers.isFinite()) {
      throw InputException.of(
          field, "the curvature is not finite at " + place + ", the metric is not smooth there");
    }
  }
}
