package org.metricflows.bridge.internal.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Vocabulary;

/** What a spec may ask its records to carry, by the names that {@code observe} takes. */
final class Observed {

  /** On charts; {@code metric_ntk} asks for the kernel at the start and the end as well. */
  static final Choice<Observable> ON_CHARTS = new Choice<>(onCharts());

  /** On varieties, of the metric tangent kernel. */
  static final Choice<Observable> ON_VARIETIES =
      Choice.of(
          new Observable[] {
            Vocabulary.NTK_SPECTRUM,
            Vocabulary.NTK_DRIFT,
            Vocabulary.ALIGNMENT,
            Vocabulary.EFFECTIVE_RANK
          },
          Observable::name);

  private Observed() {}

  private static Map<String, Observable> onCharts() {
    Map<String, Observable> names = new LinkedHashMap<>();
    names.put("metric_ntk", Vocabulary.NTK_DRIFT);
    for (Observable observable :
        List.of(
            Vocabulary.LOSS_RATE,
            Vocabulary.GRADIENT_NORM_SQUARED,
            Vocabulary.MINIMUM_EIGENVALUE,
            Vocabulary.R_MIN,
            Vocabulary.R_MAX,
            Vocabulary.VOLUME,
            Vocabulary.INT_R,
            Vocabulary.INT_R2,
            Vocabulary.PERELMAN_F,
            Vocabulary.PERELMAN_DF_DT,
            Vocabulary.PERELMAN_W,
            Vocabulary.SOLITON_DEFECT,
            Vocabulary.DETURCK_FIELD,
            Vocabulary.RICCI_DISTANCE,
            Vocabulary.EXACT_DISTANCE,
            Vocabulary.NTK_DRIFT)) {
      names.put(observable.name(), observable);
    }
    return names;
  }

  /** The list under {@code observe}, each named once. */
  static List<Observable> read(Value value, Choice<Observable> choice) {
    String allowed = "a list of " + String.join(", ", choice.known().keySet());
    return value.list(allowed, choice::read).stream().distinct().toList();
  }
}
