package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Place;
import org.metricflows.symbolic.internal.kahler.Features;

/**
 * The spec of a Kähler metric g_FS + ∂∂̄φ on a Calabi–Yau variety and of how its potential φ is
 * trained, understood.
 *
 * <p>One of {@code training}, {@code flow} and {@code setting.solve} is there.
 *
 * @param title a line of text, empty if there is none
 * @param variety the variety
 * @param metric what the potential is a function of, and what is measured of it
 * @param network the potential
 * @param sample the points
 * @param loss of the metric
 * @param training a training by epochs
 * @param flow the exact gradient flow
 * @param setting what of the network is trained, and what is looked at
 */
public record CalabiYauSpec(
    String title,
    VarietySpec variety,
    PotentialMetricSpec metric,
    NetworkSpec network,
    VarietySampleSpec sample,
    PotentialLossSpec loss,
    Optional<TrainingSpec> training,
    Optional<FlowSpec> flow,
    RegimeSpec setting)
    implements RunSpec {

  @Override
  public Place place() {
    return Place.VARIETY;
  }

  @Override
  public List<Observable> observe() {
    return setting.observe();
  }

  @Override
  public Map<String, Object> toTree() {
    return CalabiYauReader.CODEC.write(this);
  }

  /** What of the network is trained. */
  public Regime regime() {
    return setting.regime();
  }

  /** What the potential is a function of. */
  public Features features() {
    return metric.features();
  }
}
