package org.metricflows.bridge.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Place;
import org.metricflows.symbolic.kahler.Features;

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
 * @param loss the Monge–Ampère loss
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
    MongeAmpereSpec loss,
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
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("title", title);
    tree.put("variety", variety.toTree());
    Map<String, Object> ansatz = new LinkedHashMap<>();
    ansatz.put("ansatz", "kahler-potential");
    ansatz.put("features", CalabiYauReader.FEATURES.name(features()));
    ansatz.put("ricci_points", metric.ricciPoints());
    tree.put("metric", ansatz);
    tree.put("network", NetworkReader.OF_ONE_OUTPUT.write(network));
    tree.put("sample", sample.toTree());
    Map<String, Object> monge = new LinkedHashMap<>();
    monge.put("name", "monge-ampere");
    monge.put("power", loss.power());
    monge.put("normalisation", loss.normalisation().label());
    tree.put("loss", monge);
    training.ifPresent(t -> tree.put("training", TrainingReader.CODEC.write(t)));
    flow.ifPresent(f -> tree.put("flow", FlowReader.CODEC.write(f)));
    tree.putAll(RegimeReader.ON_VARIETIES.write(setting));
    return tree;
  }

  /** What of the network is trained. */
  public Regime regime() {
    return setting.regime();
  }

  /** What the potential is a function of. */
  public Features features() {
    return metric.features();
  }

  /** The sections of such a spec. */
  static List<String> sections() {
    List<String> sections =
        new ArrayList<>(
            List.of(
                "title",
                "variety",
                "metric",
                "network",
                "sample",
                "loss",
                "training",
                "flow",
                "compare"));
    sections.addAll(RegimeReader.ON_VARIETIES.section().names());
    return sections;
  }
}
