package org.metricflows.bridge.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.metricflows.bridge.internal.flow.ChartProblem;
import org.metricflows.bridge.internal.spec.Dynamics;
import org.metricflows.bridge.internal.spec.LossStatement;
import org.metricflows.bridge.internal.spec.RegimeSpec;
import org.metricflows.bridge.internal.spec.SampleSpec;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.internal.spec.Table;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.loss.Loss;
import org.metricflows.symbolic.network.Ansatz;
import org.metricflows.symbolic.network.ChartAnsatz;

/**
 * A flow of metrics on a chart: ∂_t g_ij(x) = −∫ dμ(x') Θ_ij,kl(x, x') δL/δg_kl(x') with the
 * metric-NTK Θ of a network, a local kernel, or Ricci flow (arXiv 2310.19870).
 *
 * <p>Immutable; each method gives a flow that differs in one thing.
 */
public final class MetricFlow {

  private final Space space;
  private final Metric background;
  private final Ansatz ansatz;
  private final Network network;
  private final Loss loss;
  private final Dynamics dynamics;
  private final List<Observable> observables;
  private final Map<String, Observer> observers;

  private MetricFlow(
      Space space,
      Metric background,
      Ansatz ansatz,
      Network network,
      Loss loss,
      Dynamics dynamics,
      List<Observable> observables,
      Map<String, Observer> observers) {
    this.space = space;
    this.background = background;
    this.ansatz = ansatz;
    this.network = network;
    this.loss = loss;
    this.dynamics = dynamics;
    this.observables = List.copyOf(observables);
    this.observers = new LinkedHashMap<>(observers);
  }

  /** A flow over the points of a space; a metric and what moves it have yet to be said. */
  public static MetricFlow on(Space space) {
    return new MetricFlow(
        space, null, ChartAnsatz.ADDITIVE, null, null, new Dynamics.Network(), List.of(), Map.of());
  }

  /** From this metric g₀, g = g₀ + f. */
  public MetricFlow metric(Metric newBackground) {
    return metric(ChartAnsatz.ADDITIVE, newBackground);
  }

  /** From this metric, with the network's outputs in it as the ansatz says. */
  public MetricFlow metric(Ansatz newAnsatz, Metric newBackground) {
    return new MetricFlow(
        space, newBackground, newAnsatz, network, loss, dynamics, observables, observers);
  }

  /** Moved by the parameters of a network. */
  public MetricFlow network(Network newNetwork) {
    return new MetricFlow(
        space, background, ansatz, newNetwork, loss, dynamics, observables, observers);
  }

  /** Down this loss. */
  public MetricFlow loss(Loss newLoss) {
    return new MetricFlow(
        space, background, ansatz, network, newLoss, dynamics, observables, observers);
  }

  /** Moved in another way than by a network: a local kernel, or Ricci flow, on a grid. */
  public MetricFlow drive(Drive drive) {
    return new MetricFlow(
        space, background, ansatz, network, loss, drive.dynamics(), observables, observers);
  }

  /** Records carry this as well. */
  public MetricFlow observing(Observable observable) {
    List<Observable> more = new ArrayList<>(observables);
    more.add(observable);
    return new MetricFlow(space, background, ansatz, network, loss, dynamics, more, observers);
  }

  /** Records carry something of one's own as well. */
  public MetricFlow observing(String name, Observer observer) {
    return observing(Observable.of(name, "", ""), observer);
  }

  /** Records carry something of one's own as well, which says what it is. */
  public MetricFlow observing(Observable observable, Observer observer) {
    Map<String, Observer> more = new LinkedHashMap<>(observers);
    more.put(observable.name(), observer);
    return new MetricFlow(space, background, ansatz, network, loss, dynamics, observables, more);
  }

  /**
   * Derives, compiles and integrates.
   *
   * @throws InputException if something is missing, or the flow does not exist
   */
  public Result run(Times times) {
    return run(times, record -> {});
  }

  /** The same, telling of every record as it comes. */
  public Result run(Times times, Consumer<Recorded> listener) {
    return Running.of(ChartProblem.of(spec(times)), observers, listener);
  }

  private Spec spec(Times times) {
    if (background == null) {
      throw InputException.of("metric", "is missing: say what the flow starts from");
    }
    if (!background.chart().coordinates().equals(space.chart().coordinates())) {
      throw InputException.of("metric", "has other coordinates than the space");
    }
    for (String section : List.of("network", "loss")) {
      if (dynamics.needs(section) && (section.equals("loss") ? loss == null : network == null)) {
        throw InputException.of(section, "is missing: the flow is one of a " + section);
      }
    }
    return new Spec(
        "",
        space.chart().spec(),
        background.spec(ansatz),
        network == null ? null : network.spec(),
        null,
        sample(),
        loss == null ? null : new LossStatement(loss, Map.of("name", loss.toString())),
        times.spec(dynamics),
        null,
        RegimeSpec.network(),
        Table.empty(),
        observables);
  }

  private SampleSpec sample() {
    if (space instanceof Grid grid) {
      return new SampleSpec.Grid(grid.sizes(), Map.of());
    }
    double[][] points = space.points();
    double[] weights = space.weights();
    int d = space.chart().dimension();
    if (points.length == 0 || Arrays.stream(points).anyMatch(point -> point.length != d)) {
      throw InputException.of("space", "has points of " + d + " coordinates, at least one");
    }
    if (weights.length != points.length || Arrays.stream(weights).anyMatch(w -> !(w >= 0))) {
      throw InputException.of("space", "has a weight a point, none negative");
    }
    return new SampleSpec.Points(Table.of(points), Arrays.stream(weights).boxed().toList());
  }
}
