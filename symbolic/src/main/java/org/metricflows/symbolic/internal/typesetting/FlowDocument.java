package org.metricflows.symbolic.internal.typesetting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.geometry.MetricTensor;
import org.metricflows.symbolic.internal.equation.FlowStatement;
import org.metricflows.symbolic.internal.equation.Motion;
import org.metricflows.symbolic.internal.equation.StartMetric;
import org.metricflows.symbolic.internal.evolution.HomogeneousFlow;
import org.metricflows.symbolic.internal.kahler.Features;
import org.metricflows.symbolic.internal.kahler.KahlerLoss;
import org.metricflows.symbolic.internal.kahler.KahlerMotion;
import org.metricflows.symbolic.internal.rotational.RadialMetric;
import org.metricflows.symbolic.internal.rotational.SteadySoliton;
import org.metricflows.symbolic.internal.variety.Variety;
import org.metricflows.symbolic.network.Activation;
import org.metricflows.symbolic.network.Ansatz;

/**
 * A metric flow written down: every formula between an architecture and the equation that moves the
 * metric.
 */
public record FlowDocument(String title, List<Section> sections) {

  public FlowDocument {
    sections = List.copyOf(sections);
  }

  /** Derives the flow of a statement. */
  public static FlowDocument of(FlowStatement statement) {
    LossSection loss = new LossSection(statement);
    return new FlowDocument(
        statement.title().isBlank() ? "Metric flow" : statement.title(),
        List.of(
            FlowEquation.of(statement),
            GeometrySection.of(statement),
            NetworkSection.of(statement),
            KernelSection.of(statement),
            loss.loss(),
            loss.variation(),
            EquationSection.of(statement, loss.sources())));
  }

  /**
   * Derives the Ricci flow of left-invariant metrics.
   *
   * @param start g_ij at time 0 in the order 11, 12, …, 22, …; components that stay 0 are left out
   */
  public static FlowDocument of(String title, HomogeneousFlow flow, List<Expr> start) {
    return new FlowDocument(
        title.isBlank() ? "Left-invariant Ricci flow" : title,
        new LieGroupDocument(flow, start).sections());
  }

  /**
   * Derives the Ricci flow of a rotationally symmetric sphere.
   *
   * @param start the metric at time 0
   */
  public static FlowDocument of(String title, RadialMetric start) {
    return new FlowDocument(
        title.isBlank() ? "Ricci flow of a rotationally symmetric sphere" : title,
        new RotationalDocument(start.dimension()).sphere(start));
  }

  /**
   * Derives the equation of a rotationally symmetric steady soliton.
   *
   * @param tipCurvature R at the pole
   */
  public static FlowDocument of(String title, SteadySoliton soliton, Expr tipCurvature) {
    return new FlowDocument(
        title.isBlank() ? "Rotationally symmetric steady soliton" : title,
        new RotationalDocument(soliton.dimension()).soliton(tipCurvature));
  }

  /**
   * Derives the flow of a Kähler potential on a Calabi–Yau variety.
   *
   * @param equations its equations as typed
   * @param parameters theirs as typed, by name
   * @param features what the potential is a function of
   * @param activation of its network
   * @param loss of the metric
   * @param motion what moves its parameters
   */
  public static FlowDocument of(
      String title,
      Variety variety,
      List<String> equations,
      Map<String, String> parameters,
      Features features,
      Activation activation,
      KahlerLoss loss,
      KahlerMotion motion) {
    VarietyDocument.Typed typed = new VarietyDocument.Typed(equations, parameters);
    return new FlowDocument(
        title.isBlank() ? "Flow of a Kähler metric" : title,
        new VarietyDocument(variety, typed, features, activation, loss, motion).sections());
  }

  /** Derives the flow of a metric that no fully connected network moves. */
  public static FlowDocument of(
      String title, MetricTensor background, Ansatz ansatz, Motion motion) {
    return of(title, StartMetric.of(background), ansatz, motion);
  }

  /** The same, on a chart or on charts of a submanifold. */
  public static FlowDocument of(
      String title, StartMetric background, Ansatz ansatz, Motion motion) {
    List<Section> sections = new ArrayList<>();
    sections.add(FlowEquation.of(ansatz, motion));
    sections.add(GeometrySection.of(background, ansatz, "Functions $f$ that begin at 0"));
    MotionSection velocity = new MotionSection(background, ansatz);
    if (motion instanceof Motion.Ricci ricci) {
      sections.add(velocity.ricci(ricci));
    } else if (motion instanceof Motion.Local local) {
      LossSection loss = new LossSection(background, ansatz, local.loss());
      sections.addAll(List.of(loss.loss(), loss.variation()));
      sections.add(velocity.local(local, loss.sources()));
    } else if (motion instanceof Motion.Features features) {
      LossSection loss = new LossSection(background, ansatz, features.loss());
      sections.addAll(List.of(loss.loss(), loss.variation()));
      sections.add(velocity.features(features));
    } else if (motion instanceof Motion.Projected projected) {
      projected.ricci().ifPresent(kind -> sections.add(velocity.ricci(kind)));
      projected
          .loss()
          .map(loss -> new LossSection(background, ansatz, loss))
          .ifPresent(loss -> sections.addAll(List.of(loss.loss(), loss.variation())));
      sections.add(new MotionSection(background, ansatz).product(projected.product()));
    } else if (motion instanceof Motion.Gaussian gaussian) {
      LossSection loss = new LossSection(background, ansatz, gaussian.loss());
      sections.addAll(List.of(loss.loss(), loss.variation()));
      sections.add(velocity.gaussian(gaussian));
    }
    return new FlowDocument(title.isBlank() ? "Metric flow" : title, sections);
  }

  /** Without the appendix that gives the program line by line. */
  public FlowDocument brief() {
    return new FlowDocument(title, sections.stream().map(Section::brief).toList());
  }

  /** The sections that have a line-by-line program. */
  List<Section> programs() {
    return sections.stream().filter(s -> !s.program().isEmpty()).toList();
  }

  /**
   * The sections as part of an HTML page, formulas in MathML; long ones are in {@code div.formula},
   * which should be let scroll.
   *
   * @param heading the element of sections' titles, h2 or h3
   */
  public String fragment(String heading) {
    return new HtmlWriter().fragment(this, heading);
  }

  /** The document in a format. */
  public String print(Format format) {
    return switch (format) {
      case TEXT -> new TextWriter().write(this);
      case LATEX -> new LatexWriter().write(this);
      case HTML -> HtmlWriter.page(this);
      case SYMJA, SYMPY, MATHEMATICA -> new CodeWriter(format).write(this);
    };
  }
}
