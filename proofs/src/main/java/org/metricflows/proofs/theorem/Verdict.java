package org.metricflows.proofs.theorem;

import java.util.List;
import org.metricflows.proofs.theorem.Certificate.Refuted;

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
   */
  public record Finding(Claim claim, Certificate statement, Certificate twin) {}

  /** Whether every identity holds. */
  public boolean verified() {
    return findings.stream().noneMatch(f -> f.statement() instanceof Refuted);
  }

  /** Whether every twin was refuted. */
  public boolean twinRefuted() {
    return findings.stream().allMatch(f -> f.twin() instanceof Refuted);
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
