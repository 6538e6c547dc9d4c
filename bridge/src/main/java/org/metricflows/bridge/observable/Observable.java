package org.metricflows.bridge.observable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A quantity of a flow's state: what its name means, wherever it is measured.
 *
 * <p>Two observables are equal if their names are. Units count the length ℓ in which g measures, so
 * that g_ij of coordinates without a unit has ℓ²; L is the loss's unit, t that of time, ℓ² along
 * Ricci flow.
 */
public final class Observable {

  /**
   * An observable at a place.
   *
   * @param place where it is defined
   * @param shape of its values there
   * @param former the name that records had for it there, under which they still carry it
   */
  public record Definition(Place place, Shape shape, Optional<String> former) {}

  /** the loss L over the sample, with its weights. */
  public static final Observable LOSS =
      of("loss", "the loss L over the sample, with its weights", "L")
          .in(Place.CHART, Shape.NUMBER)
          .in(Place.VARIETY, Shape.NUMBER);

  /** g_ij at the sample points, components 11, 12, …, 1d, 22, …; of a grid in fields.npz as g. */
  public static final Observable METRIC_AT_POINTS =
      of(
              "metric_at_points",
              "g_ij at the sample points, components 11, 12, …, 1d, 22, …; of a grid in "
                  + "fields.npz as g",
              "ℓ²")
          .in(Place.CHART, Shape.of("point", "component"));

  /** g_ij at the test points, components 11, 12, …, 1d, 22, …. */
  public static final Observable METRIC_AT_TEST_POINTS =
      of("metric_at_test_points", "g_ij at the test points, components 11, 12, …, 1d, 22, …", "ℓ²")
          .in(Place.CHART, Shape.of("point", "component"));

  /** g_ij in the frame of the algebra, components 11, 12, …, 1d, 22, …. */
  public static final Observable METRIC =
      of("metric", "g_ij in the frame of the algebra, components 11, 12, …, 1d, 22, …", "ℓ²")
          .in(Place.LIE_GROUP, Shape.of("component"));

  /**
   * ‖Θ_t − Θ_0‖/‖Θ_0‖, Frobenius, of the metric-NTK over the probe points, in the frame of the
   * space: coordinates, or unitary frames of g_FS.
   */
  public static final Observable NTK_DRIFT =
      of(
              "ntk_drift",
              "‖Θ_t − Θ_0‖/‖Θ_0‖, Frobenius, of the metric-NTK over the probe points, in the "
                  + "frame of the space: coordinates, or unitary frames of g_FS",
              "1")
          .in(Place.CHART, Shape.NUMBER)
          .in(Place.VARIETY, Shape.NUMBER);

  /** dL/dt, by fourth-order central differences of L along the flow, without its gradient. */
  public static final Observable LOSS_RATE =
      of(
              "loss_rate",
              "dL/dt, by fourth-order central differences of L along the flow, without its "
                  + "gradient",
              "L/t")
          .in(Place.CHART, Shape.NUMBER);

  /**
   * |∂L/∂θ|², at infinite width ∫∫ δL Θ δL, with a local kernel −dL/dt by the chain rule: the speed
   * at which L falls.
   */
  public static final Observable GRADIENT_NORM_SQUARED =
      of(
              "gradient_norm_squared",
              "|∂L/∂θ|², at infinite width ∫∫ δL Θ δL, with a local kernel −dL/dt by the "
                  + "chain rule: the speed at which L falls",
              "L/t")
          .in(Place.CHART, Shape.NUMBER);

  /** the least eigenvalue of g_ij over the sample points. */
  public static final Observable MINIMUM_EIGENVALUE =
      of("minimum_eigenvalue", "the least eigenvalue of g_ij over the sample points", "ℓ²")
          .in(Place.CHART, Shape.NUMBER);

  /** the scalar curvature R. */
  public static final Observable R =
      of("R", "the scalar curvature R", "ℓ⁻²")
          .in(Place.LIE_GROUP, Shape.NUMBER)
          .in(Place.SOLITON, Shape.NUMBER);

  /** the least R over the sample points. */
  public static final Observable R_MIN =
      of("R_min", "the least R over the sample points", "ℓ⁻²")
          .in(Place.CHART, Shape.NUMBER)
          .in(Place.SPHERE, Shape.NUMBER);

  /** the greatest R over the sample points. */
  public static final Observable R_MAX =
      of("R_max", "the greatest R over the sample points", "ℓ⁻²")
          .in(Place.CHART, Shape.NUMBER)
          .in(Place.SPHERE, Shape.NUMBER);

  /** |Ric|². */
  public static final Observable RICCI_SQUARED =
      of("ricci_squared", "|Ric|²", "ℓ⁻⁴").in(Place.LIE_GROUP, Shape.NUMBER);

  /** the eigenvalues of Ric relative to g, increasing. */
  public static final Observable RICCI_EIGENVALUES =
      of("ricci_eigenvalues", "the eigenvalues of Ric relative to g, increasing", "ℓ⁻²")
          .in(Place.LIE_GROUP, Shape.of("i"));

  /** ∫ dV; of a Lie group √det g, the volume of the frame. */
  public static final Observable VOLUME =
      of("volume", "∫ dV; of a Lie group √det g, the volume of the frame", "ℓ^d")
          .in(Place.CHART, Shape.NUMBER)
          .in(Place.LIE_GROUP, Shape.NUMBER)
          .in(Place.SPHERE, Shape.NUMBER);

  /** ∫ R dV. */
  public static final Observable INT_R =
      of("int_R", "∫ R dV", "ℓ^(d−2)").in(Place.CHART, Shape.NUMBER).in(Place.SPHERE, Shape.NUMBER);

  /** ∫ R² dV. */
  public static final Observable INT_R2 =
      of("int_R2", "∫ R² dV", "ℓ^(d−4)").in(Place.CHART, Shape.NUMBER);

  /** Perelman's F = ∫(R+|∇f|²) dm; needs the loss perelman, whose density is m. */
  public static final Observable PERELMAN_F =
      of(
              "perelman_F",
              "Perelman's F = ∫(R+|∇f|²) dm; needs the loss perelman, whose density is m",
              "ℓ⁻²")
          .in(Place.CHART, Shape.NUMBER);

  /** dF/dt along the flow, 2∫|Ric+∇∇f|² dm where it is Perelman's. */
  public static final Observable PERELMAN_DF_DT =
      of("perelman_dF_dt", "dF/dt along the flow, 2∫|Ric+∇∇f|² dm where it is Perelman's", "ℓ⁻²/t")
          .in(Place.CHART, Shape.NUMBER);

  /** Perelman's W = ∫[τ(R+|∇f|²)+f−d] dm with dm = (4πτ)^(−d/2) e^(−f) dV; needs flow.tau. */
  public static final Observable PERELMAN_W =
      of(
              "perelman_W",
              "Perelman's W = ∫[τ(R+|∇f|²)+f−d] dm with dm = (4πτ)^(−d/2) e^(−f) dV; needs "
                  + "flow.tau",
              "1")
          .in(Place.CHART, Shape.NUMBER);

  /**
   * the root mean square of Ric+∇∇f−λg with the λ that makes it least; over dm with the loss
   * perelman, else f = 0 and over dV; of a Lie group |Ric − (R/d)g|.
   */
  public static final Observable SOLITON_DEFECT =
      of(
              "soliton_defect",
              "the root mean square of Ric+∇∇f−λg with the λ that makes it least; over dm "
                  + "with the loss perelman, else f = 0 and over dV; of a Lie group |Ric − (R/d)g|",
              "ℓ⁻²")
          .in(Place.CHART, Shape.NUMBER)
          .in(Place.LIE_GROUP, Shape.NUMBER);

  /** the root mean square over dV of W^k = g^ij(Γ − Γ̄)^k_ij, Γ̄ the background's. */
  public static final Observable DETURCK_FIELD =
      of(
              "deturck_field",
              "the root mean square over dV of W^k = g^ij(Γ − Γ̄)^k_ij, Γ̄ the background's",
              "ℓ⁻¹")
          .in(Place.CHART, Shape.NUMBER);

  /**
   * the largest difference of a component of Perelman's flow, pulled back by the flow of ∇f, from
   * Ricci flow of the same start.
   */
  public static final Observable RICCI_DISTANCE =
      of(
              "ricci_distance",
              "the largest difference of a component of Perelman's flow, pulled back by the "
                  + "flow of ∇f, from Ricci flow of the same start",
              "ℓ²")
          .in(Place.CHART, Shape.NUMBER);

  /** the least ψ between two bulges, where there is a neck. */
  public static final Observable NECK_RADIUS =
      of("neck_radius", "the least ψ between two bulges, where there is a neck", "ℓ")
          .in(Place.SPHERE, Shape.NUMBER);

  /** the greatest ψ. */
  public static final Observable MAXIMAL_RADIUS =
      of("maximal_radius", "the greatest ψ", "ℓ").in(Place.SPHERE, Shape.NUMBER);

  /** the length from pole to pole. */
  public static final Observable LENGTH =
      of("length", "the length from pole to pole", "ℓ").in(Place.SPHERE, Shape.NUMBER);

  /** t + ρ²/(2(n−2)) while a neck of radius ρ shrinks: it cannot pinch before. */
  public static final Observable PINCH_EARLIEST =
      of(
              "pinch_earliest",
              "t + ρ²/(2(n−2)) while a neck of radius ρ shrinks: it cannot pinch before",
              "ℓ²")
          .in(Place.SPHERE, Shape.NUMBER);

  /**
   * t + ρ²/(2(n−2) − 2ψψ_ss) while a neck shrinks: it pinches before, if its bending does not grow.
   */
  public static final Observable PINCH_LATEST =
      of(
              "pinch_latest",
              "t + ρ²/(2(n−2) − 2ψψ_ss) while a neck shrinks: it pinches before, if its "
                  + "bending does not grow",
              "ℓ²")
          .in(Place.SPHERE, Shape.NUMBER);

  /** about the relative error of the radius: the largest of the last modes of the profile. */
  public static final Observable RESOLUTION =
      of(
              "resolution",
              "about the relative error of the radius: the largest of the last modes of the "
                  + "profile",
              "1")
          .in(Place.SPHERE, Shape.NUMBER);

  /**
   * ψ, the radius of the sphere at arc length s: g = ds² + ψ² g_S; of a sphere at all points, in
   * fields.npz.
   */
  public static final Observable RADIUS =
      of(
              "radius",
              "ψ, the radius of the sphere at arc length s: g = ds² + ψ² g_S; of a sphere at "
                  + "all points, in fields.npz",
              "ℓ")
          .in(Place.SPHERE, Shape.of("point"))
          .in(Place.SOLITON, Shape.NUMBER);

  /** the sectional curvature −ψ''/ψ of planes that hold ∂_s; in fields.npz. */
  public static final Observable CURVATURE_RADIAL =
      of(
              "curvature_radial",
              "the sectional curvature −ψ''/ψ of planes that hold ∂_s; in fields.npz",
              "ℓ⁻²")
          .in(Place.SPHERE, Shape.of("point"));

  /** the sectional curvature (1−ψ'²)/ψ² of planes along the spheres; in fields.npz. */
  public static final Observable CURVATURE_TANGENTIAL =
      of(
              "curvature_tangential",
              "the sectional curvature (1−ψ'²)/ψ² of planes along the spheres; in fields.npz",
              "ℓ⁻²")
          .in(Place.SPHERE, Shape.of("point"));

  /** ψ'. */
  public static final Observable SLOPE = of("slope", "ψ'", "1").in(Place.SOLITON, Shape.NUMBER);

  /** f of Ric + ∇∇f = 0, 0 at the tip. */
  public static final Observable POTENTIAL =
      of("potential", "f of Ric + ∇∇f = 0, 0 at the tip", "1").in(Place.SOLITON, Shape.NUMBER);

  /** f'. */
  public static final Observable POTENTIAL_SLOPE =
      of("potential_slope", "f'", "ℓ⁻¹").in(Place.SOLITON, Shape.NUMBER);

  /** d(ψ²)/ds, which tends to 2(n−2)/√R(0). */
  public static final Observable RADIUS_SQUARED_RATE =
      of("radius_squared_rate", "d(ψ²)/ds, which tends to 2(n−2)/√R(0)", "ℓ")
          .in(Place.SOLITON, Shape.NUMBER);

  /** |R + f'² − R(0)|/R(0): a steady soliton keeps R + |∇f|². */
  public static final Observable FIRST_INTEGRAL_ERROR =
      of("first_integral_error", "|R + f'² − R(0)|/R(0): a steady soliton keeps R + |∇f|²", "1")
          .in(Place.SOLITON, Shape.NUMBER, "soliton_defect");

  /** σ = ⟨w|1−q/κ|⟩/⟨w⟩ over the points held out, q = det g/|Ω|². */
  public static final Observable SIGMA =
      of("sigma", "σ = ⟨w|1−q/κ|⟩/⟨w⟩ over the points held out, q = det g/|Ω|²", "1")
          .in(Place.VARIETY, Shape.NUMBER);

  /** the standard error of sigma. */
  public static final Observable SIGMA_ERROR =
      of("sigma_error", "the standard error of sigma", "1").in(Place.VARIETY, Shape.NUMBER);

  /** ⟨wq⟩, the volume ∫ det g of the Kähler class. */
  public static final Observable KAHLER_VOLUME =
      of("kahler_volume", "⟨wq⟩, the volume ∫ det g of the Kähler class", "ℓ^(2m)")
          .in(Place.VARIETY, Shape.NUMBER);

  /** the least eigenvalue of g relative to g_FS over the points held out. */
  public static final Observable MINIMUM_RELATIVE_EIGENVALUE =
      of(
              "minimum_relative_eigenvalue",
              "the least eigenvalue of g relative to g_FS over the points held out",
              "1")
          .in(Place.VARIETY, Shape.NUMBER, "minimum_eigenvalue");

  /** the share of the points held out at which g is positive. */
  public static final Observable POSITIVE_FRACTION =
      of("positive_fraction", "the share of the points held out at which g is positive", "1")
          .in(Place.VARIETY, Shape.NUMBER);

  /** (Vol_K^(1/m)/Vol_Ω) ⟨wq|R|⟩, 0 for Ricci-flat metrics; with metric.ricci_points. */
  public static final Observable RICCI_MEASURE =
      of(
              "ricci_measure",
              "(Vol_K^(1/m)/Vol_Ω) ⟨wq|R|⟩, 0 for Ricci-flat metrics; with "
                  + "metric.ricci_points",
              "1")
          .in(Place.VARIETY, Shape.NUMBER);

  /** the standard error of ricci_measure. */
  public static final Observable RICCI_MEASURE_ERROR =
      of("ricci_measure_error", "the standard error of ricci_measure", "1")
          .in(Place.VARIETY, Shape.NUMBER);

  /** ⟨w|φ(z)−φ(z′)|⟩/⟨w⟩ over the same points in two patches; with raw features. */
  public static final Observable TRANSITION_DEFECT =
      of(
              "transition_defect",
              "⟨w|φ(z)−φ(z′)|⟩/⟨w⟩ over the same points in two patches; with raw features",
              "ℓ²")
          .in(Place.VARIETY, Shape.NUMBER);

  /** how far the form H is from the inverse of its image under Donaldson's map. */
  public static final Observable BALANCE_DEFECT =
      of(
              "balance_defect",
              "how far the form H is from the inverse of its image under Donaldson's map",
              "1")
          .in(Place.VARIETY, Shape.NUMBER);

  /**
   * the eigenvalues of the metric-NTK Θ_ab̄,cd̄ over kernel_points points in unitary frames of
   * g_FS, largest first.
   */
  public static final Observable NTK_SPECTRUM =
      of(
              "ntk_spectrum",
              "the eigenvalues of the metric-NTK Θ_ab̄,cd̄ over kernel_points points in "
                  + "unitary frames of g_FS, largest first",
              "1/t")
          .in(Place.VARIETY, Shape.of("eigenvalue"));

  /** vᵀΘv/(‖Θ‖|v|²), v the derivative of the squared loss by the metric. */
  public static final Observable ALIGNMENT =
      of("alignment", "vᵀΘv/(‖Θ‖|v|²), v the derivative of the squared loss by the metric", "1")
          .in(Place.VARIETY, Shape.NUMBER);

  /** e^H, H the entropy of the metric-NTK's eigenvalues as fractions of their sum. */
  public static final Observable EFFECTIVE_RANK =
      of(
              "effective_rank",
              "e^H, H the entropy of the metric-NTK's eigenvalues as fractions of their sum",
              "1")
          .in(Place.VARIETY, Shape.NUMBER);

  /** processor time so far, of all threads. */
  public static final Observable CPU_SECONDS =
      of("cpu_seconds", "processor time so far, of all threads", "s")
          .in(Place.CHART, Shape.NUMBER)
          .in(Place.VARIETY, Shape.NUMBER);

  private static final List<Observable> ALL =
      List.of(
          LOSS,
          METRIC_AT_POINTS,
          METRIC_AT_TEST_POINTS,
          METRIC,
          NTK_DRIFT,
          LOSS_RATE,
          GRADIENT_NORM_SQUARED,
          MINIMUM_EIGENVALUE,
          R,
          R_MIN,
          R_MAX,
          RICCI_SQUARED,
          RICCI_EIGENVALUES,
          VOLUME,
          INT_R,
          INT_R2,
          PERELMAN_F,
          PERELMAN_DF_DT,
          PERELMAN_W,
          SOLITON_DEFECT,
          DETURCK_FIELD,
          RICCI_DISTANCE,
          NECK_RADIUS,
          MAXIMAL_RADIUS,
          LENGTH,
          PINCH_EARLIEST,
          PINCH_LATEST,
          RESOLUTION,
          RADIUS,
          CURVATURE_RADIAL,
          CURVATURE_TANGENTIAL,
          SLOPE,
          POTENTIAL,
          POTENTIAL_SLOPE,
          RADIUS_SQUARED_RATE,
          FIRST_INTEGRAL_ERROR,
          SIGMA,
          SIGMA_ERROR,
          KAHLER_VOLUME,
          MINIMUM_RELATIVE_EIGENVALUE,
          POSITIVE_FRACTION,
          RICCI_MEASURE,
          RICCI_MEASURE_ERROR,
          TRANSITION_DEFECT,
          BALANCE_DEFECT,
          NTK_SPECTRUM,
          ALIGNMENT,
          EFFECTIVE_RANK,
          CPU_SECONDS);

  private final String name;
  private final String formula;
  private final String unit;
  private final List<Definition> definitions;

  private Observable(String name, String formula, String unit, List<Definition> definitions) {
    this.name = name;
    this.formula = formula;
    this.unit = unit;
    this.definitions = List.copyOf(definitions);
  }

  /**
   * An observable of one's own, defined nowhere yet.
   *
   * @param name under which records carry it
   * @param formula what it is, a line of text
   * @param unit in ℓ, t and L; {@code 1} for none
   */
  public static Observable of(String name, String formula, String unit) {
    return new Observable(name, formula, unit, List.of());
  }

  /** The same, defined at one more place. */
  public Observable in(Place place, Shape shape) {
    return in(new Definition(place, shape, Optional.empty()));
  }

  private Observable in(Place place, Shape shape, String former) {
    return in(new Definition(place, shape, Optional.of(former)));
  }

  private Observable in(Definition definition) {
    List<Definition> more = new ArrayList<>(definitions);
    more.add(definition);
    return new Observable(name, formula, unit, more);
  }

  /** The vocabulary: all that records of runs carry, and no name twice. */
  public static List<Observable> all() {
    return ALL;
  }

  /** Those of the vocabulary that have, or had somewhere, this name. */
  public static List<Observable> named(String name) {
    return ALL.stream()
        .filter(
            o ->
                o.name.equals(name)
                    || o.definitions.stream().anyMatch(d -> d.former().equals(Optional.of(name))))
        .toList();
  }

  /** The vocabulary as a table in Markdown. */
  public static String table() {
    return "| name | what | unit | shape, where |\n|---|---|---|---|\n"
        + ALL.stream().map(Observable::row).collect(Collectors.joining());
  }

  private String row() {
    return Stream.of("`" + name + "`", formula, unit, where())
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** Shapes and places, such as {@code number: chart, lie_algebra}. */
  public String where() {
    return definitions.stream()
        .collect(
            Collectors.groupingBy(
                d -> d.shape().toString(),
                LinkedHashMap::new,
                Collectors.mapping(
                    d ->
                        d.place().label()
                            + d.former().map(f -> " (also as `" + f + "`)").orElse(""),
                    Collectors.joining(", "))))
        .entrySet()
        .stream()
        .map(e -> e.getKey() + ": " + e.getValue())
        .collect(Collectors.joining("; "));
  }

  /** The key under which records carry it. */
  public String name() {
    return name;
  }

  /** What it is, a line of text. */
  public String formula() {
    return formula;
  }

  /** In ℓ, t and L; {@code 1} for none. */
  public String unit() {
    return unit;
  }

  /** Where it is defined. */
  public Set<Place> places() {
    Set<Place> places = EnumSet.noneOf(Place.class);
    definitions.forEach(d -> places.add(d.place()));
    return places;
  }

  /**
   * What it is at a place.
   *
   * @throws IllegalArgumentException if it is not defined there
   */
  public Definition at(Place place) {
    return definitions.stream()
        .filter(d -> d.place() == place)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(name + " is not defined on a " + place.label()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Observable that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
