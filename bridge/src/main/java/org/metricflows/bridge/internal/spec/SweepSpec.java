package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Optional;

/**
 * A sweep as stated: the product of values of some keys, and what to measure.
 *
 * @param axes the keys swept, in the order written
 * @param members one spec a combination of values, the last key running fastest
 * @param measures as written; empty for all there is
 */
public record SweepSpec(List<SweepAxis> axes, List<Member> members, List<String> measures) {

  /** Copies its arguments. */
  public SweepSpec {
    axes = List.copyOf(axes);
    members = List.copyOf(members);
    measures = List.copyOf(measures);
  }

  /**
   * One combination.
   *
   * @param at which value of each axis, from 0
   * @param source its spec
   * @param reference the spec it is compared with, where the sweep has a reference
   */
  public record Member(List<Integer> at, SpecSource source, Optional<SpecSource> reference) {
    /** Copies its arguments. */
    public Member {
      at = List.copyOf(at);
    }
  }
}
