package org.metricflows.proofs.internal.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.metricflows.proofs.internal.algebra.BadPointException;
import org.metricflows.proofs.internal.algebra.DegreeAlgebra;
import org.metricflows.proofs.internal.algebra.DegreeAlgebra.Bound;
import org.metricflows.proofs.internal.algebra.ExactAlgebra;
import org.metricflows.proofs.internal.algebra.ResidueAlgebra;
import org.metricflows.proofs.internal.algebra.Residues;
import org.metricflows.proofs.internal.algebra.TooLargeException;
import org.metricflows.proofs.internal.witness.Witness;

/**
 * Verifies and refutes statements.
 *
 * @param trials points at which a statement is tested; programs are run at three times as many
 */
public record Prover(int trials) {
  private static final int BAD_POINTS = 300;
  private static final int TRIALS = 3;

  /** Points of a witness for each trial. */
  private static final int POINTS = 3;

  private static final double LARGEST_EXACT_BITS = 48;
  private static final long EXACT_PRODUCTS = 40_000;

  /** The prover of the project: three points, each modulo a prime of its own. */
  public static Prover standard() {
    return new Prover(TRIALS);
  }

  /**
   * Verifies a theorem's claims in one dimension and refutes their twins.
   *
   * @param seed fixes, with the theorem's name and the dimension, all random numbers
   */
  public Verdict verify(Theorem theorem, int dimension, long seed) {
    long start = System.nanoTime();
    SplittableRandom seeds =
        new SplittableRandom(seed ^ ((long) theorem.name().hashCode() << 8) + dimension);
    List<Verdict.Finding> findings = new ArrayList<>();
    for (Claim claim : theorem.in(dimension)) {
      long seedOfStatement = seeds.nextLong();
      long seedOfTwin = seeds.nextLong();
      findings.add(
          new Verdict.Finding(
              claim,
              certify(claim.statement(), seedOfStatement),
              certify(claim.twin(), seedOfTwin),
              witness(claim.statement(), seedOfStatement),
              witness(claim.twin(), seedOfTwin)));
    }
    return new Verdict(theorem, dimension, findings, seed, (System.nanoTime() - start) * 1e-9);
  }

  /** Verifies or refutes a statement; the same seed gives the same certificate. */
  public Certificate certify(Statement statement, long seed) {
    int order = statement.order();
    SplittableRandom random = new SplittableRandom(seed);
    for (int trial = 0; trial < trials; trial++) {
      Certificate.Refuted refuted = trial(statement, order, random, seed);
      if (refuted != null) {
        return refuted;
      }
    }
    Bound bound = bound(statement, order);
    if (bound.bits() <= LARGEST_EXACT_BITS && isExact(statement, order)) {
      return new Certificate.Exact();
    }
    return new Certificate.SchwartzZippel(bound.degree(), bound.bits(), trials, seed);
  }

  private Optional<Witness> witness(Statement statement, long seed) {
    return statement.witnessed().map(program -> Witness.of(program, POINTS * trials, seed));
  }

  /** Whether the difference reduces to zero, exactly and with little effort. */
  private static boolean isExact(Statement statement, int order) {
    ExactAlgebra algebra = new ExactAlgebra(statement.variables(), order, EXACT_PRODUCTS);
    try {
      return statement.difference(algebra).stream().allMatch(algebra::vanishes);
    } catch (TooLargeException | BadPointException notReduced) {
      // too many terms, or roots that depend on each other: the random points decide
      return false;
    }
  }

  private static Bound bound(Statement statement, int order) {
    DegreeAlgebra algebra = new DegreeAlgebra(order);
    return statement.difference(algebra).stream()
        .map(algebra::bound)
        .reduce(new Bound(0, 0), Bound::max);
  }

  private static Certificate.Refuted trial(
      Statement statement, int order, SplittableRandom random, long seed) {
    for (int attempt = 0; attempt < BAD_POINTS; attempt++) {
      ResidueAlgebra algebra = new ResidueAlgebra(statement.variables(), order, random);
      try {
        return firstNonZero(statement.difference(algebra), algebra, seed);
      } catch (BadPointException drawAgain) {
        // a denominator vanishes or a radicand is no square there
      }
    }
    throw new IllegalStateException(
        "no point found where all denominators are non-zero and all radicands are squares: "
            + statement.latex());
  }

  private static Certificate.Refuted firstNonZero(
      List<Residues> difference, ResidueAlgebra algebra, long seed) {
    for (int c = 0; c < difference.size(); c++) {
      if (!algebra.vanishes(difference.get(c))) {
        return new Certificate.Refuted(c, algebra.prime(), seed);
      }
    }
    return null;
  }
}
