package org.metricflows.proofs.internal.witness;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.bridge.internal.graph.Graph;
import org.metricflows.proofs.internal.algebra.BadPointException;
import org.metricflows.proofs.internal.algebra.DoubleDouble;
import org.metricflows.proofs.internal.algebra.RealAlgebra;
import org.metricflows.proofs.internal.algebra.Taylor;
import org.metricflows.proofs.internal.witness.ProgramIdentity.Sides;

/**
 * The bytecode of a program against the other side of an identity, at random points.
 *
 * <p>Errors are relative to the other side's value z, or absolute where |z| &lt; 1: |y − z|/max(1,
 * |z|). The inputs are of order one.
 *
 * @param points number of points at which the two were compared; a comparison ends at the first
 *     where it fails
 * @param maxRelativeError the largest error of an output
 * @param bound the largest error that rounding allows an output
 * @param holds whether the error of every output at every point is one that rounding allows there
 */
public record Witness(int points, double maxRelativeError, double bound, boolean holds) {
  private static final int BAD_POINTS = 500;
  private static final Witness BEFORE = new Witness(0, 0, 0, true);

  /**
   * Compiles the program and compares.
   *
   * @param points number of points
   * @param seed of the points: the same seed gives the same witness
   */
  public static Witness of(ProgramIdentity identity, int points, long seed) {
    Program program = new Compiler().compile(identity.program());
    Graph graph = Graph.of(identity.program());
    SplittableRandom random = new SplittableRandom(seed);
    Witness witness = BEFORE;
    while (witness.points < points && witness.holds) {
      witness = witness.and(at(point(identity, random), program, graph));
    }
    return witness;
  }

  /** Both together: the larger errors, and whether both hold. */
  public Witness and(Witness other) {
    return new Witness(
        points + other.points,
        Math.max(maxRelativeError, other.maxRelativeError),
        Math.max(bound, other.bound),
        holds && other.holds);
  }

  private static Sides<DoubleDouble> point(ProgramIdentity identity, SplittableRandom random) {
    for (int attempt = 0; attempt < BAD_POINTS; attempt++) {
      RealAlgebra algebra = new RealAlgebra(identity.variables(), identity.order(), random);
      try {
        Sides<Taylor<DoubleDouble>> sides = identity.sides(algebra);
        return new Sides<>(
            sides.inputs().stream().map(algebra::value).toList(),
            sides.outputs().stream().map(algebra::value).toList());
      } catch (BadPointException drawAgain) {
        // a denominator vanishes or a radicand is negative there
      }
    }
    throw new IllegalStateException(
        "no real point found where all denominators are non-zero and no radicand is negative");
  }

  private static Witness at(Sides<DoubleDouble> point, Program program, Graph graph) {
    double[] inputs = doubles(point.inputs());
    double[] missed = point.inputs().stream().mapToDouble(x -> Math.abs(x.low())).toArray();
    double[] bounds = RoundingBound.of(graph, inputs, missed);
    double[] outputs = new double[bounds.length];
    program.evaluate(inputs, outputs);
    Witness witness = new Witness(1, 0, 0, true);
    for (int o = 0; o < outputs.length; o++) {
      DoubleDouble expected = point.outputs().get(o);
      double error = expected.distance(outputs[o]);
      double size = Math.max(1, Math.abs(expected.high()));
      witness = witness.and(new Witness(0, error / size, bounds[o] / size, error <= bounds[o]));
    }
    return witness;
  }

  private static double[] doubles(List<DoubleDouble> numbers) {
    double[] doubles = new double[numbers.size()];
    Arrays.setAll(doubles, i -> numbers.get(i).high());
    return doubles;
  }
}
