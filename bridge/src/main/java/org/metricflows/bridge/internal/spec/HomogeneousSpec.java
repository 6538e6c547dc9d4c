package org.metricflows.bridge.internal.spec;

import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.observable.Place;

/**
 * The spec of a left-invariant metric on a Lie group, understood.
 *
 * @param title a line of text, empty if there is none
 * @param algebra the group's Lie algebra
 * @param metric g_ij = ⟨e_i, e_j⟩ at time 0 as a symmetric matrix of constant expressions
 * @param flow Ricci flow, plain or at fixed volume; commands that do not run may do without
 */
public record HomogeneousSpec(
    String title, LieAlgebraSpec algebra, SymmetricMatrix metric, Optional<FlowSpec> flow)
    implements RunSpec {

  /** Whether the flow keeps the volume; a spec without a flow means the plain one. */
  public boolean fixesVolume() {
    return flow.filter(f -> f.dynamics() == Dynamics.Ricci.NORMALISED).isPresent();
  }

  @Override
  public Place place() {
    return Place.LIE_GROUP;
  }

  @Override
  public Map<String, Object> toTree() {
    return HomogeneousReader.CODEC.write(this);
  }
}
