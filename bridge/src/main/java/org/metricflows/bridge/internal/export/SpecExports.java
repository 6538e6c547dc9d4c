package org.metricflows.bridge.internal.export;

import org.metricflows.bridge.internal.homogeneous.LieGroup;
import org.metricflows.bridge.internal.rotational.SphereFormulas;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.HomogeneousSpec;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.symbolic.internal.evolution.HomogeneousFlow;
import org.metricflows.symbolic.internal.kahler.KahlerMetric;
import org.metricflows.symbolic.internal.rotational.SphereFlow;
import org.metricflows.symbolic.internal.rotational.SteadySoliton;
import org.metricflows.symbolic.internal.rotational.WarpedProduct;
import org.metricflows.symbolic.internal.variety.VarietyDerivations;
import org.metricflows.symbolic.loss.JetLoss;

/** The programs of each kind of spec. */
public final class SpecExports {

  private SpecExports() {}

  /** Curvature of the background, the loss with its slopes, and the metric of a network. */
  public static Exports of(Spec spec) {
    Exports exports = new Exports();
    ChartModel model = new ChartModel(spec);
    exports.with("curvature", model::ofBackground);
    if (ChartModel.isOf(spec)) {
      exports.with(Exports.MODEL, model::ofNetwork);
    }
    if (spec.has("loss")) {
      exports.with(
          "loss",
          "The loss at a point and its derivatives by the jets of f",
          () ->
              JetLoss.of(spec.metric().ansatz(), spec.loss().loss(), spec.chart().dimension())
                  .gradient());
    }
    return exports;
  }

  /** The metric's components ↦ their velocities. */
  public static Exports of(HomogeneousSpec spec) {
    return new Exports()
        .with(
            "velocity",
            "Ricci flow of a left-invariant metric",
            () -> new HomogeneousFlow(LieGroup.of(spec).algebra(), spec.fixesVolume()).velocity());
  }

  /** Curvature of profiles, and what is integrated. */
  public static Exports of(RotationalSpec spec) {
    int n = spec.dimension();
    Exports exports =
        new Exports()
            .with(
                "curvature",
                "Curvature of a rotationally symmetric metric from the jets of radius and lapse",
                () -> new WarpedProduct(n).geometry());
    if (spec.shape() instanceof RotationalSpec.Soliton) {
      return exports.with(
          "equations",
          "Rotationally symmetric steady solitons",
          () -> new SteadySoliton(n).equations());
    }
    return exports
        .with(
            "profile",
            "Radius and lapse at time 0 with derivatives",
            () -> SphereFormulas.of(spec).jets())
        .with(
            "equations",
            "Ricci flow of a rotationally symmetric sphere",
            () -> new SphereFlow(n).equations());
  }

  /** The metric of a potential's network, the equations with their slopes, and the loss. */
  public static Exports of(CalabiYauSpec spec) {
    Exports exports = new Exports();
    if (VarietyModel.isOf(spec)) {
      exports.with(Exports.MODEL, new VarietyModel(spec)::model);
    }
    return exports
        .with(
            "gradients",
            "The equations of a variety and their derivatives",
            () -> new VarietyDerivations(spec.variety().variety()).gradients())
        .with(
            "loss",
            "The loss at a point and its derivatives by the second derivatives of the potential",
            () -> new KahlerMetric(spec.variety().variety().dimension()).loss(spec.loss().loss()));
  }
}
