package org.metricflows.app.internal.sweep;

import java.util.List;
import org.metricflows.bridge.internal.spec.SweepAxis;
import org.metricflows.bridge.internal.spec.SweepSpec;

/** Names of runs, which are names of folders: {@code 07-width-32-seed-1}, {@code reference-1}. */
final class RunNames {
  private static final int LONGEST = 60;

  private RunNames() {}

  /** A member's: its number, which makes it unique, and its values for people. */
  static String member(SweepSpec sweep, int index) {
    int digits = String.valueOf(sweep.members().size()).length();
    StringBuilder name = new StringBuilder(String.format("%0" + digits + "d", index + 1));
    List<Integer> at = sweep.members().get(index).at();
    for (int i = 0; i < at.size(); i++) {
      SweepAxis axis = sweep.axes().get(i);
      String key = axis.key().substring(axis.key().lastIndexOf('.') + 1);
      name.append('-').append(key).append('-').append(axis.values().get(at.get(i)));
    }
    String safe = name.toString().replaceAll("[^A-Za-z0-9._]+", "-");
    String brief = safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe;
    return brief.replaceFirst("[-._]+$", "");
  }

  static String reference(int index) {
    return "reference-" + (index + 1);
  }
}
