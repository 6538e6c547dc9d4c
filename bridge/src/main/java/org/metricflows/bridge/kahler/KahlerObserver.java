package org.metricflows.bridge.kahler;

import java.util.List;
import java.util.Map;
import org.metricflows.bridge.run.Run;
import org.metricflows.numeric.variety.VarietySample;

/** What a record says of a potential: numbers at the points held out. */
final class KahlerObserver {

  private final KahlerPotential potential;
  private final HeldOutRecord heldOut;
  private final List<PotentialMeasure> measures;

  /**
   * @param heldOut the potential's held-out points
   * @param measures further entries
   */
  KahlerObserver(
      KahlerPotential potential, VarietySample heldOut, List<PotentialMeasure> measures) {
    this.potential = potential;
    this.heldOut = new HeldOutRecord(heldOut);
    this.measures = List.copyOf(measures);
  }

  /**
   * The entries of a record.
   *
   * @param loss at the points trained on
   */
  Map<String, Object> observe(double[] theta, double loss) {
    Map<String, Object> entries =
        heldOut.of(potential.metric().at(theta, potential.heldOut()), loss);
    measures.forEach(measure -> entries.putAll(measure.of(theta)));
    entries.put(Run.CPU_SECONDS, 0.0);
    return entries;
  }
}
