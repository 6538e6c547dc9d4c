package org.metricflows.bridge.internal.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.observable.Observable;

/** What a spec may ask its records to carry, by the names that {@code observe} takes. */
final class Observed {

  /** On charts; {@code metric_ntk} asks for the kernel at the start and the end as well. */
  static final Choice<Observable> ON_CHARTS = new Choice<>(onCharts());

  /** On varieties, of the metric tangent kernel. */
  static final Choice<Observable> ON_VARIETIES =
      Choice.of(
          new Observable[] {
            Observable.NTK_SPECTRUM,
            Observable.NTK_DRIFT,
            Observable.ALIGNMENT,
            Observable.EFFECTIVE_RANK
          },
          Observable::name);

  private Observed() {}

  private static Map<String, Observable> onCharts() {
    Map<String, Observable> names = new LinkedHashMap<>();
    names.put("metric_ntk", Observable.NTK_DRIFT);
    for (Observable observable :
        List.of(
            Observable.LOSS_RATE,
            Observable.GRADIENT_NORM_SQUARED,
            Observable.MINIMUM_EIGENVALUE,
            Observable.R_MIN,
            Observable.R_MAX,
            Observable.VOLUME,
            Observable.INT_R,
            Observable.INT_R2,
            Observable.PERELMAN_F,
            Observable.PERELMAN_DF_DT,
            Observable.PERELMAN_W,
            Observable.SOLITON_DEFECT,
            Observable.DETURCK_FIELD,
            Observable.RICCI_DISTANCE,
            Observable.NTK_DRIFT)) {
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
