package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Place;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.loss.Loss;

/**
 * The spec of a flow on a chart, understood: every value checked, every default filled in.
 *
 * <p>A section that the purpose it was read for does not need may be absent; asking for it then is
 * an error that names it.
 *
 * @param title a line of text, empty if there is none
 * @param space where the metric lives: a chart or a closed manifold
 * @param metric the metric
 * @param network the network
 * @param features the network of cosine features
 * @param sample the measure
 * @param loss the loss
 * @param flow the flow
 * @param training a training in its place
 * @param setting what of the network moves, or what kernel stands in its place
 * @param testPoints points to look at besides the sample's, a row each
 * @param observe what records carry on demand
 */
public record Spec(
    String title,
    SpaceSpec space,
    MetricSpec metric,
    NetworkSpec network,
    FeatureSpec features,
    SampleSpec sample,
    LossStatement loss,
    FlowSpec flow,
    TrainingSpec training,
    RegimeSpec setting,
    Table testPoints,
    List<Observable> observe)
    implements RunSpec {
  /** Copies its arguments; sections may be null, and are then absent. */
  public Spec {
    observe = List.copyOf(observe);
  }

  @Override
  public SpaceSpec space() {
    return present("chart", space);
  }

  /** The space, of a spec that must have a chart. */
  public ChartSpec chart() {
    return present("chart", has("chart") ? (ChartSpec) space : null);
  }

  @Override
  public MetricSpec metric() {
    return present("metric", metric);
  }

  @Override
  public NetworkSpec network() {
    return present("network", network);
  }

  @Override
  public FeatureSpec features() {
    return present("features", features);
  }

  @Override
  public SampleSpec sample() {
    return present("sample", sample);
  }

  @Override
  public LossStatement loss() {
    return present("loss", loss);
  }

  @Override
  public FlowSpec flow() {
    return present("flow", flow);
  }

  @Override
  public TrainingSpec training() {
    return present("training", training);
  }

  /** Whether it has the section of that name. */
  public boolean has(String section) {
    return switch (section) {
      case "chart" -> space instanceof ChartSpec;
      case "manifold" -> space instanceof ManifoldSpec;
      case "metric" -> metric != null;
      case "network" -> network != null;
      case "features" -> features != null;
      case "sample" -> sample != null;
      case "loss" -> loss != null;
      case "flow" -> flow != null;
      case "training" -> training != null;
      default -> throw new IllegalArgumentException("no section is called " + section);
    };
  }

  private static <T> T present(String section, T value) {
    if (value == null) {
      throw InputException.of(section, "is missing");
    }
    return value;
  }

  /**
   * The flow that a network of this one comes near to, see {@link Dynamics#exact}, of which nothing
   * is observed.
   */
  public Spec exact() {
    boolean measured = loss != null && loss.loss().measure().isPresent();
    FlowSpec exact = flow().with(flow().dynamics().exact(measured));
    return new Spec(
        title,
        space,
        metric,
        network,
        features,
        sample,
        loss,
        exact,
        training,
        setting,
        testPoints,
        List.of());
  }

  /** This with a loss of curvature where it has none: what is checked of a flow's equation. */
  public Spec withLoss() {
    LossStatement ricci = new LossStatement(Loss.ricci(), Map.of("name", "ricci"));
    return loss != null
        ? this
        : new Spec(
            title,
            space,
            metric,
            network,
            features,
            sample,
            ricci,
            flow,
            training,
            setting,
            testPoints,
            observe);
  }

  /** Whether records are to carry this. */
  public boolean observes(Observable observable) {
    return observe.contains(observable);
  }

  @Override
  public Place place() {
    return Place.CHART;
  }

  @Override
  public Optional<String> lacks(Measure measure) {
    return new LackingOnChart(this).of(measure);
  }

  @Override
  public Map<String, Object> toTree() {
    return SpecReader.codec(space).write(this);
  }
}
