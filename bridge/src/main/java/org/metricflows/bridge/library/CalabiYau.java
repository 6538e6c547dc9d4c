package org.metricflows.bridge.library;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.metricflows.bridge.internal.kahler.VarietyProblem;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.PotentialLossSpec;
import org.metricflows.bridge.internal.spec.PotentialMetricSpec;
import org.metricflows.bridge.internal.spec.RegimeSpec;
import org.metricflows.bridge.internal.spec.TrainingSpec;
import org.metricflows.bridge.internal.spec.VarietySampleSpec;
import org.metricflows.bridge.internal.spec.VarietySpec;
import org.metricflows.symbolic.internal.kahler.KahlerDensity;
import org.metricflows.symbolic.internal.kahler.KahlerLoss;
import org.metricflows.symbolic.internal.kahler.MongeAmpereLoss;
import org.metricflows.symbolic.internal.variety.Variety;

/**
 * A Ricci-flat metric to be learnt on a Calabi–Yau variety: g = g_FS + ∂∂̄φ with a network φ, by
 * the Monge–Ampère loss ⟨w(1 − det g/(κ|Ω|²))²⟩/⟨w⟩ or a density of one's own.
 */
public final class CalabiYau {

  private final VarietySpec variety;
  private final VarietySampleSpec.Drawn sample;
  private final KahlerLoss loss;

  private CalabiYau(VarietySpec variety, VarietySampleSpec.Drawn sample, KahlerLoss loss) {
    this.variety = variety;
    this.sample = sample;
    this.loss = loss;
  }

  /**
   * A complete intersection in a product of projective spaces.
   *
   * @param ambient their dimensions, such as {@code 4}, or {@code 2, 2}
   * @param equations polynomials in z0, z1, … and {@code I}, homogeneous, with c₁ = 0
   * @throws org.metricflows.symbolic.InputException if it is none
   */
  public static CalabiYau of(List<Integer> ambient, String... equations) {
    List<String> texts = Arrays.asList(equations);
    VarietySpec variety = new VarietySpec(Variety.of(ambient, texts, Map.of()), texts, Map.of());
    return new CalabiYau(
        variety, new VarietySampleSpec.Drawn(10_000, 2000, 1), new MongeAmpereLoss(2));
  }

  /** The same with other points: for training, and held out for the records. */
  public CalabiYau points(int training, int heldOut, long seed) {
    return new CalabiYau(variety, new VarietySampleSpec.Drawn(training, heldOut, seed), loss);
  }

  /**
   * The same with a loss of one's own, ⟨w ℓ⟩/⟨w⟩.
   *
   * @param density ℓ, a formula in {@code q} = det g/(κ|Ω|²), {@code trace} = tr(g_FS⁻¹g) and
   *     {@code traceinverse} = tr(g⁻¹g_FS), such as {@code log(q)^2}
   * @throws org.metricflows.symbolic.InputException if it is none
   */
  public CalabiYau density(String density) {
    return new CalabiYau(variety, sample, KahlerDensity.of("density", density));
  }

  /**
   * Trains by Adam on batches, the rate falling along half a cosine to a thousandth.
   *
   * @param network φ, of any smooth activation
   * @param epochs how many
   * @param batch points of a batch
   * @param rate the learning rate at first
   * @param listener is told of every epoch's record as it comes: {@code loss}, {@code sigma}, …
   * @throws org.metricflows.symbolic.InputException if the variety is singular, or the activation
   *     has a kink
   */
  public Result train(
      Network network, int epochs, int batch, double rate, Consumer<Recorded> listener) {
    TrainingSpec training =
        new TrainingSpec(
            TrainingSpec.Method.ADAM,
            epochs,
            batch,
            rate,
            new TrainingSpec.Schedule(TrainingSpec.Decay.COSINE, rate / 1000, 0),
            Optional.empty(),
            Optional.empty(),
            0,
            1,
            1);
    CalabiYauSpec spec =
        new CalabiYauSpec(
            "",
            variety,
            PotentialMetricSpec.standard(),
            network.spec(),
            sample,
            PotentialLossSpec.fixed(loss),
            Optional.of(training),
            Optional.empty(),
            RegimeSpec.network());
    return Running.of(VarietyProblem.of(spec), Map.of(), listener);
  }
}
