package org.metricflows.bridge.observable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All that records of runs carry: each name with its one meaning, its unit, its places. */
public final class Vocabulary {

  public static final Observable LOSS =
      Observable.of("loss", "the loss L over the sample, with its weights", "L")
          .in(Place.CHART, Shape.NUMBER)
          .in(Place.VARIETY, Shape.NUMBER);

  public static final Observable METRIC_AT_POINTS =
      Observable.of(
              "metric_at_points",
              "g_ij at the sample points, components 11, 12, …, 1d, 22, …; in fields.npz "
                  + "as g, of a grid there alone",
              "ℓ²")
          .in(Place.CHART, Shape.of("point", "component"));

  public static final Observable METRIC_AT_TEST_POINTS =
      Observable.of(
              "metric_at_test_points",
              "g_ij at the test points, components 11, 12, …, 1d, 22, …",
              "ℓ²")
          .in(Place.CHART, Shape.of("point", "component"));

  public static final Observable METRIC =
      Observable.of(
              "metric", "g_ij in the frame of the algebra, components 11, 12, …, 1d, 22, …", "ℓ²")
          .in(Place.LIE_GROUP, Shape.of("component"));

  public static final Observable NTK_DRIFT =
      Observable.of(
              "ntk_drift",
              "‖Θ_t − Θ_0‖/‖Θ_0‖, Frobenius, of the metric-NTK over the probe points, in the "
                  + "frame of the space: coordinates, or unitary frames of g_FS",
              "1")
          .in(Place.CHART, Shape.NUMBER)
          .in(Place.VARIETY, Shape.NUMBER);

  public static final Observable LOSS_RATE =
      Observable.of(
              "loss_rate",
              "dL/dt, by fourth-order central differences of L along the flow, without its "
                  + "gradient",
              "L/t")
          .in(Place.CHART, Shape.NUMBER);

  public static final Observable GRADIENT_NORM_SQUARED =
      Observable.of(
              "gradient_norm_squared",
              "|∂L/∂θ|², at infinite width ∫∫ δL Θ δL, with a local kernel −dL/dt by the "
                  + "chain rule: the speed at which L falls",
              "L/t")
          .in(Place.CHART, Shape.NUMBER);

  public static final Observable MINIMUM_EIGENVALUE =
      Observable.of(
              "minimum_eigenvalue", "the least eigenvalue of g_ij over the sample points", "ℓ²")
          .in(Place.CHART, Shape.NUMBER);

  public static final Observable R =
      Observable.of(
              "R", "the scalar curvature R; of a chart at the sample points, in fields.npz", "ℓ⁻²")
          .in(Place.CHART, Shape.of("point"))
          .in(Place.LIE_GROUP, Shape.NUMBER)
          .in(Place.SOLITON, Shape.NUMBER);

  public static final Observable R_MIN =
      Observable.of("R_min", "the least R over the sample points", "ℓ⁻²")
          .in(Place.CHART, Shape.NUMBER)
          .in(Place.SPHERE, Shape.NUMBER);

  public static final Observable R_MAX =
      Observable.of("R_max", "the greatest R over the sample points", "ℓ⁻²")
          .in(Place.CHART, Shape.NUMBER)
          .in(Place.SPHERE, Shape.NUMBER);

  public static final Observable RICCI_SQUARED =
      Observable.of(
              "ricci_squared", "|Ric|²; of a chart at the sample points, in fields.npz", "ℓ⁻⁴")
          .in(Place.CHART, Shape.of("point"))
          .in(Place.LIE_GROUP, Shape.NUMBER);

  public static final Observable RICCI_EIGENVALUES =
      Observable.of("ricci_eigenvalues", "the eigenvalues of Ric relative to g, increasing", "ℓ⁻²")
          .in(Place.LIE_GROUP, Shape.of("i"));

  public static final Observable VOLUME =
      Observable.of("volume", "∫ dV; of a Lie group √det g, the volume of the frame", "ℓ^d")
          .in(Place.CHART, Shape.NUMBER)
          .in(Place.LIE_GROUP, Shape.NUMBER)
          .in(Place.SPHERE, Shape.NUMBER);

  public static final Observable INT_R =
      Observable.of("int_R", "∫ R dV", "ℓ^(d−2)")
          .in(Place.CHART, Shape.NUMBER)
          .in(Place.SPHERE, Shape.NUMBER);

  public static final Observable INT_R2 =
      Observable.of("int_R2", "∫ R² dV", "ℓ^(d−4)").in(Place.CHART, Shape.NUMBER);

  public static final Observable PERELMAN_F =
      Observable.of(
              "perelman_F",
              "Perelman's F = ∫(R+|∇f|²) dm; needs the loss perelman, whose density is m",
              "ℓ⁻²")
          .in(Place.CHART, Shape.NUMBER);

  public static final Observable PERELMAN_DF_DT =
      Observable.of(
              "perelman_dF_dt",
              "dF/dt along the flow, 2∫|Ric+∇∇f|² dm where it is Perelman's",
              "ℓ⁻²/t")
          .in(Place.CHART, Shape.NUMBER);

  public static final Observable PERELMAN_W =
      Observable.of(
              "perelman_W",
              "Perelman's W = ∫[τ(R+|∇f|²)+f−d] dm with dm = (4πτ)^(−d/2) e^(−f) dV; needs "
                  + "flow.tau",
              "1")
          .in(Place.CHART, Shape.NUMBER);

  public static final Observable SOLITON_DEFECT =
      Observable.of(
              "soliton_defect",
              "the root mean square of Ric+∇∇f−λg with the λ that makes it least; over dm "
                  + "with the loss perelman, else f = 0 and over dV; of a Lie group |Ric − (R/d)g|",
              "ℓ⁻²")
          .in(Place.CHART, Shape.NUMBER)
          .in(Place.LIE_GROUP, Shape.NUMBER);

  public static final Observable DETURCK_FIELD =
      Observable.of(
              "deturck_field",
              "the root mean square over dV of W^k = g^ij(Γ − Γ̄)^k_ij, Γ̄ the background's",
              "ℓ⁻¹")
          .in(Place.CHART, Shape.NUMBER);

  public static final Observable RICCI_DISTANCE =
      Observable.of(
              "ricci_distance",
              "the largest difference of a component of Perelman's flow, pulled back by the "
                  + "flow of ∇f, from Ricci flow of the same start",
              "ℓ²")
          .in(Place.CHART, Shape.NUMBER);

  public static final Observable EXACT_DISTANCE =
      Observable.of(
              "exact_distance",
              "the largest difference of a component of the metric from the exact flow of the same "
                  + "start, over the largest change of one along the exact flow",
              "1")
          .in(Place.CHART, Shape.NUMBER);

  public static final Observable PROJECTION_DEFECT =
      Observable.of(
              "projection_defect",
              "|Jθ̇ − V|_W / |V|_W: the share of the velocity that parameters cannot follow",
              "1")
          .in(Place.CHART, Shape.NUMBER)
          .in(Place.VARIETY, Shape.NUMBER);

  public static final Observable RELAXATION_RATE =
      Observable.of(
              "relaxation_rate",
              "−d log|Ph|/dt along Kähler–Ricci flow, Ph the part of h = log(q/κ) that the "
                  + "potential follows; it goes to an eigenvalue of −g^ab̄∂_a∂_b̄ as h falls",
              "1/t")
          .in(Place.VARIETY, Shape.NUMBER);

  public static final Observable NECK_RADIUS =
      Observable.of("neck_radius", "the least ψ between two bulges, where there is a neck", "ℓ")
          .in(Place.SPHERE, Shape.NUMBER);

  public static final Observable MAXIMAL_RADIUS =
      Observable.of("maximal_radius", "the greatest ψ", "ℓ").in(Place.SPHERE, Shape.NUMBER);

  public static final Observable LENGTH =
      Observable.of("length", "the length from pole to pole", "ℓ").in(Place.SPHERE, Shape.NUMBER);

  public static final Observable PINCH_EARLIEST =
      Observable.of(
              "pinch_earliest",
              "t + ρ²/(2(n−2)) while a neck of radius ρ shrinks: it cannot pinch before",
              "ℓ²")
          .in(Place.SPHERE, Shape.NUMBER);

  public static final Observable PINCH_LATEST =
      Observable.of(
              "pinch_latest",
              "t + ρ²/(2(n−2) − 2ψψ_ss) while a neck shrinks: it pinches before, if its "
                  + "bending does not grow",
              "ℓ²")
          .in(Place.SPHERE, Shape.NUMBER);

  public static final Observable RESOLUTION =
      Observable.of(
              "resolution",
              "about the relative error of the radius: the largest of the last modes of the "
                  + "profile",
              "1")
          .in(Place.SPHERE, Shape.NUMBER);

  public static final Observable RADIUS =
      Observable.of(
              "radius",
              "ψ, the radius of the sphere at arc length s: g = ds² + ψ² g_S; of a sphere at "
                  + "all points, in fields.npz",
              "ℓ")
          .in(Place.SPHERE, Shape.of("point"))
          .in(Place.SOLITON, Shape.NUMBER);

  public static final Observable CURVATURE_RADIAL =
      Observable.of(
              "curvature_radial",
              "the sectional curvature −ψ''/ψ of planes that hold ∂_s; in fields.npz",
              "ℓ⁻²")
          .in(Place.SPHERE, Shape.of("point"));

  public static final Observable CURVATURE_TANGENTIAL =
      Observable.of(
              "curvature_tangential",
              "the sectional curvature (1−ψ'²)/ψ² of planes along the spheres; in fields.npz",
              "ℓ⁻²")
          .in(Place.SPHERE, Shape.of("point"));

  public static final Observable SLOPE =
      Observable.of("slope", "ψ'", "1").in(Place.SOLITON, Shape.NUMBER);

  public static final Observable POTENTIAL =
      Observable.of("potential", "f of Ric + ∇∇f = 0, 0 at the tip", "1")
          .in(Place.SOLITON, Shape.NUMBER);

  public static final Observable POTENTIAL_SLOPE =
      Observable.of("potential_slope", "f'", "ℓ⁻¹").in(Place.SOLITON, Shape.NUMBER);

  public static final Observable RADIUS_SQUARED_RATE =
      Observable.of("radius_squared_rate", "d(ψ²)/ds, which tends to 2(n−2)/√R(0)", "ℓ")
          .in(Place.SOLITON, Shape.NUMBER);

  public static final Observable FIRST_INTEGRAL_ERROR =
      Observable.of(
              "first_integral_error",
              "|R + f'² − R(0)|/R(0): a steady soliton keeps R + |∇f|²",
              "1")
          .in(Place.SOLITON, Shape.NUMBER, "soliton_defect");

  public static final Observable SIGMA =
      Observable.of("sigma", "σ = ⟨w|1−q/κ|⟩/⟨w⟩ over the points held out, q = det g/|Ω|²", "1")
          .in(Place.VARIETY, Shape.NUMBER);

  public static final Observable SIGMA_ERROR =
      Observable.of("sigma_error", "the standard error of sigma", "1")
          .in(Place.VARIETY, Shape.NUMBER);

  public static final Observable KAHLER_VOLUME =
      Observable.of("kahler_volume", "⟨wq⟩, the volume ∫ det g of the Kähler class", "ℓ^(2m)")
          .in(Place.VARIETY, Shape.NUMBER);

  public static final Observable MINIMUM_RELATIVE_EIGENVALUE =
      Observable.of(
              "minimum_relative_eigenvalue",
              "the least eigenvalue of g relative to g_FS over the points held out",
              "1")
          .in(Place.VARIETY, Shape.NUMBER, "minimum_eigenvalue");

  public static final Observable POSITIVE_FRACTION =
      Observable.of(
              "positive_fraction", "the share of the points held out at which g is positive", "1")
          .in(Place.VARIETY, Shape.NUMBER);

  public static final Observable RICCI_MEASURE =
      Observable.of(
              "ricci_measure",
              "(Vol_K^(1/m)/Vol_Ω) ⟨wq|R|⟩, 0 for Ricci-flat metrics; with "
                  + "metric.ricci_points",
              "1")
          .in(Place.VARIETY, Shape.NUMBER);

  public static final Observable RICCI_MEASURE_ERROR =
      Observable.of("ricci_measure_error", "the standard error of ricci_measure", "1")
          .in(Place.VARIETY, Shape.NUMBER);

  public static final Observable TRANSITION_DEFECT =
      Observable.of(
              "transition_defect",
              "⟨w|φ(z)−φ(z′)|⟩/⟨w⟩ over the same points in two patches; with raw features",
              "ℓ²")
          .in(Place.VARIETY, Shape.NUMBER);

  public static final Observable BALANCE_DEFECT =
      Observable.of(
              "balance_defect",
              "how far the form H is from the inverse of its image under Donaldson's map",
              "1")
          .in(Place.VARIETY, Shape.NUMBER);

  public static final Observable NTK_SPECTRUM =
      Observable.of(
              "ntk_spectrum",
              "the eigenvalues of the metric-NTK Θ_ab̄,cd̄ over kernel_points points in "
                  + "unitary frames of g_FS, largest first",
              "1/t")
          .in(Place.VARIETY, Shape.of("eigenvalue"));

  public static final Observable ALIGNMENT =
      Observable.of(
              "alignment",
              "vᵀΘv/(‖Θ‖|v|²), v the derivative of the squared loss by the metric",
              "1")
          .in(Place.VARIETY, Shape.NUMBER);

  public static final Observable EFFECTIVE_RANK =
      Observable.of(
              "effective_rank",
              "of the metric-NTK e^H, H the entropy of its eigenvalues as fractions of their sum; "
                  + "of a natural-gradient flow tr P_λ, the velocities that the network can follow",
              "1")
          .in(Place.CHART, Shape.NUMBER)
          .in(Place.VARIETY, Shape.NUMBER);

  public static final Observable CPU_SECONDS =
      Observable.of("cpu_seconds", "processor time so far, of all threads", "s")
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
          EXACT_DISTANCE,
          PROJECTION_DEFECT,
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
          RELAXATION_RATE,
          BALANCE_DEFECT,
          NTK_SPECTRUM,
          ALIGNMENT,
          EFFECTIVE_RANK,
          CPU_SECONDS);

  private Vocabulary() {}

  /** All of them, in the order of documentation; no name twice. */
  public static List<Observable> all() {
    return ALL;
  }

  /** Those of the vocabulary that have, or had somewhere, this name. */
  public static List<Observable> named(String name) {
    return ALL.stream()
        .filter(
            o ->
                o.name().equals(name)
                    || o.places().stream()
                        .anyMatch(place -> o.at(place).former().equals(Optional.of(name))))
        .toList();
  }

  /** The vocabulary as a table in Markdown. */
  public static String table() {
    return "| name | what | unit | shape, where |\n|---|---|---|---|\n"
        + ALL.stream().map(Observable::row).collect(Collectors.joining());
  }
}
