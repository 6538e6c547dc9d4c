package org.metricflows.bridge.internal.derive;

import java.util.List;
import org.metricflows.bridge.internal.homogeneous.LieGroup;
import org.metricflows.bridge.internal.rotational.SphereFormulas;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.Dynamics;
import org.metricflows.bridge.internal.spec.HomogeneousSpec;
import org.metricflows.bridge.internal.spec.NetworkSpec;
import org.metricflows.bridge.internal.spec.Regime;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.bridge.internal.spec.SpaceSpec;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.internal.spec.Width;
import org.metricflows.numeric.internal.network.OutputSharing;
import org.metricflows.numeric.internal.network.Parametrization;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.internal.equation.Architecture;
import org.metricflows.symbolic.internal.equation.FlowStatement;
import org.metricflows.symbolic.internal.equation.Motion;
import org.metricflows.symbolic.internal.equation.StartMetric;
import org.metricflows.symbolic.internal.evolution.HomogeneousFlow;
import org.metricflows.symbolic.internal.kahler.KahlerMotion;
import org.metricflows.symbolic.internal.rotational.SteadySoliton;
import org.metricflows.symbolic.internal.typesetting.FlowDocument;
import org.metricflows.symbolic.loss.Loss;
import org.metricflows.symbolic.network.Activation;

/** Derives the flow equation that a spec states. */
public final class FlowDerivations {

  private FlowDerivations() {}

  /**
   * The flow of a Kähler potential on a variety.
   *
   * @throws InputException naming the field, if the variety is none
   */
  public static FlowDocument of(CalabiYauSpec spec) {
    return FlowDocument.of(
        spec.title(),
        spec.variety().variety(),
        spec.variety().equations(),
        spec.variety().parameters(),
        spec.features(),
        spec.network().activation(),
        spec.loss().loss(),
        spec.flow().map(flow -> motion(flow.dynamics())).orElse(KahlerMotion.GRADIENT));
  }

  private static KahlerMotion motion(Dynamics dynamics) {
    if (!dynamics.needs("loss")) {
      return KahlerMotion.RICCI;
    }
    return dynamics.descent() == Dynamics.Descent.NATURAL
        ? KahlerMotion.NATURAL
        : KahlerMotion.GRADIENT;
  }

  /**
   * Ricci flow of a left-invariant metric.
   *
   * @throws InputException see {@link LieGroup#of}
   */
  public static FlowDocument of(HomogeneousSpec spec) {
    LieGroup group = LieGroup.of(spec);
    HomogeneousFlow flow = new HomogeneousFlow(group.algebra(), spec.fixesVolume());
    return FlowDocument.of(spec.title(), flow, group.metric());
  }

  /**
   * Ricci flow of a rotationally symmetric sphere, or the equation of a steady soliton.
   *
   * @throws InputException naming the field, if the interval is empty or infinite
   */
  public static FlowDocument of(RotationalSpec spec) {
    if (spec.shape() instanceof RotationalSpec.Soliton soliton) {
      return FlowDocument.of(
          spec.title(), new SteadySoliton(spec.dimension()), Rational.of(soliton.tipCurvature()));
    }
    return FlowDocument.of(spec.title(), SphereFormulas.of(spec));
  }

  /**
   * The flow of a spec with a chart: of a network and a loss, or what its section flow names.
   *
   * @throws InputException or {@link InputException} naming the field, if the flow does not exist:
   *     a loss of second derivatives with an activation that has a kink, an infinite width without
   *     a limit
   */
  public static FlowDocument of(Spec spec) {
    SpaceSpec space = spec.space();
    StartMetric background =
        new StartMetric(
            space.functions(),
            space.components(spec.metric().background().components()),
            space.equations());
    Dynamics dynamics = spec.has("flow") ? spec.flow().dynamics() : new Dynamics.Network();
    if (!dynamics.needs("network") || dynamics.descent() == Dynamics.Descent.NATURAL) {
      Motion motion = Motions.of(spec, dynamics);
      return FlowDocument.of(spec.title(), background, spec.metric().ansatz(), motion);
    }
    requireCoordinates(spec);
    Loss loss = spec.loss().loss();
    Regime regime = spec.setting().regime();
    if (!regime.hasNetwork()) {
      Expr length = Rational.of(spec.setting().length());
      return FlowDocument.of(
          spec.title(), background, spec.metric().ansatz(), new Motion.Gaussian(loss, length));
    }
    Architecture network = architecture(spec.network(), regime);
    check(network, loss);
    return FlowDocument.of(
        new FlowStatement(spec.title(), background, spec.metric().ansatz(), network, loss));
  }

  private static void requireCoordinates(Spec spec) {
    boolean periodic = spec.has("network") && spec.network().periodic();
    if (!spec.space().inputs(periodic).areCoordinates()) {
      throw InputException.of(
          periodic ? "network.inputs" : "flow.descent",
          "'derive' writes the kernels of networks that take a chart's coordinates; with "
              + (periodic ? "'periodic' inputs" : "ambient ones, on a manifold,")
              + " it knows flow.descent 'natural' alone");
    }
  }

  private static Architecture architecture(NetworkSpec network, Regime regime) {
    boolean finite = regime == Regime.NETWORK || regime == Regime.LINEARISED;
    return new Architecture(
        regime == Regime.RELU ? Activation.named("relu") : network.activation(),
        network.width().depth(),
        finite && network.width() instanceof Width.Finite widths
            ? widths.hiddenLayers()
            : List.of(),
        Rational.of(network.weightStd()),
        Rational.of(network.biasStd()),
        network.parametrization() == Parametrization.STANDARD,
        network.outputs() == OutputSharing.SHARED,
        network.centred(),
        regime == Regime.LINEARISED);
  }

  private static void check(Architecture network, Loss loss) {
    if (loss.order() > 0 && !network.activation().isSmooth()) {
      throw InputException.of(
          "network.activation",
          "'"
              + network.activation().name()
              + "' has a kink, but the loss takes second derivatives of the network; choose a smooth"
              + " one such as gelu, or the loss mse");
    }
    if (network.isInfinite() && network.standard()) {
      throw InputException.of(
          "network.parametrization",
          "must be ntk: at infinite width the kernel of the standard parametrization diverges");
    }
  }
}
