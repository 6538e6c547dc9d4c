package org.metricflows.bridge.internal.geometry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.metricflows.bridge.internal.run.Run;
import org.metricflows.bridge.internal.spec.RunSpec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.InputException;

/** All spaces there are. */
public final class Geometries {

  /** In the order in which messages name them; the first is meant where a spec states none. */
  private static final List<Geometry<?>> ALL =
      List.of(
          new ChartGeometry(),
          new LieGroupGeometry(),
          new RotationalGeometry(),
          new ManifoldGeometry(),
          new VarietyGeometry());

  private Geometries() {}

  /**
   * The space of a spec.
   *
   * @throws InputException if it states more than one
   */
  private static Geometry<?> of(SpecSource source) {
    List<Geometry<?>> stated = ALL.stream().filter(g -> source.has(g.section())).toList();
    if (stated.size() > 1) {
      throw source.error(
          stated.get(1).section(),
          "cannot stand beside '" + stated.get(0).section() + "': a spec is about one geometry");
    }
    return stated.isEmpty() ? ALL.get(0) : stated.get(0);
  }

  /**
   * Understands and checks a spec that is to be run.
   *
   * @throws InputException at the first thing wrong, such as sections of two spaces
   */
  public static RunSpec read(SpecSource source) {
    return of(source).read(source.alone());
  }

  /**
   * Understands a spec, derives and compiles what it asks for.
   *
   * @param versions what result.json says of the programs that made it
   * @throws InputException at the first thing wrong with the spec
   * @throws org.metricflows.symbolic.InputException if the spec asks for what cannot be done,
   *     naming the field
   */
  public static Run run(SpecSource source, Map<String, Object> versions) {
    return run(of(source), source.alone(), versions);
  }

  private static <S extends RunSpec> Run run(
      Geometry<S> geometry, SpecSource source, Map<String, Object> versions) {
    S spec = geometry.read(source);
    return Run.of(geometry.problem(spec), spec, versions);
  }

  /**
   * What the space of a spec answers.
   *
   * @param command that asks, for messages
   * @param question the answer that a space may have, such as {@code Geometry::derivation}
   * @throws InputException if the space does not answer, naming those that do, or at the first
   *     thing wrong with the spec
   */
  public static <A> A answer(
      SpecSource source, String command, Function<Geometry<?>, Optional<Answer<A>>> question) {
    Geometry<?> geometry = of(source);
    return question
        .apply(geometry)
        .orElseThrow(() -> unanswered(source, geometry, command, question))
        .of(source);
  }

  private static <A> InputException unanswered(
      SpecSource source,
      Geometry<?> asked,
      String command,
      Function<Geometry<?>, Optional<Answer<A>>> question) {
    List<String> answering =
        ALL.stream().filter(g -> question.apply(g).isPresent()).map(Geometry::section).toList();
    if (!source.has(asked.section())) {
      String others = String.join(" or ", answering.subList(1, answering.size()));
      return source.error(
          answering.get(0),
          "is missing; '" + command + "' needs it" + (others.isEmpty() ? "" : ", or " + others));
    }
    return source.error(
        asked.section(),
        "'" + command + "' is only for specs with a '" + String.join("' or '", answering) + "'");
  }

  /** The sections that state another space than the given one. */
  static List<String> otherThan(Geometry<?> geometry) {
    return ALL.stream().map(Geometry::section).filter(s -> !s.equals(geometry.section())).toList();
  }
}
