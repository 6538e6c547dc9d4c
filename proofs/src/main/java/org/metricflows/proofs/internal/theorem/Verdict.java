package org.metricflows.proofs.internal.theorem;

import java.util.List;
import java.util.Optional;
import org.metricflows.proofs.internal.theorem.Certificate.Refuted;
import org.metricflows.proofs.internal.witness.Witness;

/**
 * What became of a theorem in one dimension.
 *
 * @param findings one for each of its claims
 * @param seed the seed that, with the theorem's name and the dimension, fixed all random numbers
 * @param seconds time it took
 */
public record Verdict(
    Theorem theorem, int dimension, List<Finding> findings, long seed, double seconds) {

  public Verdict {
    findings = List.copyOf(findings);
  }

  /**
   * The certificates of a claim.
   *
   * @param statement of the identity
   * @param twin of its mutated twin
   * @param witness of the identity, if it is one of a program
   * @param twinWitness of the twin, if it is one of a program
   */
  public record Finding(
      Claim claim,
      Certificate statement,
      Certificate twin,
      Optional<Witness> witness,
      Optional<Witness> twinWitness) {

    /** Whether the identity holds, and for the program that runs as well. */
    public boolean verified() {
      return !(statement instanceof Refuted) && witness.stream().allMatch(Witness::holds);
    }

    /** Whether the twin was refuted, and by the program that runs as well. */
    public boolean twinRefuted() {
      return twin instanceof Refuted && twinWitness.stream().noneMatch(Witness::holds);
    }
  }

  /** Whether every identity holds. */
  public boolean verified() {
    return findings.stream().allMatch(Finding::verified);
  }

  /** Whether every twin was refuted. */
  public boolean twinRefuted() {
    return findings.stream().allMatch(Finding::twinRefuted);
  }

  /** The witnesses of all identities together, if they are identities of programs. */
  public Optional<Witness> witness() {
    return findings.stream().flatMap(f -> f.witness().stream()).reduce(Witness::and);
  }

  /** The method of the least certain claim. */
  public String method() {
    return weakest().method();
  }

  /** The largest probability that a false claim would have passed. */
  public double bound() {
    return weakest().bound();
  }

  private Certificate weakest() {
    return findings.stream()
        .map(Finding::statement)
        .reduce((a, b) -> b.bound() > a.bound() ? b : a)
        .orElseThrow();
  }

  /** The identities as LaTeX, with commas between them. */
  public String latex() {
    return String.join(
        ",\\quad ", findings.stream().map(f -> f.claim().statement().latex()).toList());
  }
}
