package org.metricflows.symbolic.internal.kahler;

import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;

/**
 * What a loss may ask of a Kähler metric g at a point of a Calabi–Yau variety. None depends on the
 * coordinates along it.
 */
public final class KahlerInvariants {
  private final Derivation.Builder builder;
  private final Hermitian metric;
  private final Minors minors;
  private final Expr ratio;

  /**
   * @param minors those of the metric
   */
  KahlerInvariants(Derivation.Builder builder, Hermitian metric, Minors minors, Expr ratio) {
    this.builder = builder;
    this.metric = metric;
    this.minors = minors;
    this.ratio = ratio;
  }

  /** g_FS as inputs. */
  private Hermitian reference() {
    return Hermitian.input(builder, "gFS", "g^{FS}", metric.dimension());
  }

  /** det g/(κ|Ω|²), 1 where g is Ricci-flat. */
  public Expr ratio() {
    return ratio;
  }

  /** tr(g_FS⁻¹ g), the sum of the eigenvalues of g relative to g_FS. To be asked once. */
  public Expr trace() {
    return new Minors(builder, reference(), "gFS", "g^{FS}").trace(metric);
  }

  /** tr(g⁻¹ g_FS), the sum of their reciprocals. To be asked once. */
  public Expr inverseTrace() {
    return minors.trace(reference());
  }
}
