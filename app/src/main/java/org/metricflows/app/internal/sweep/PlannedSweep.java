package org.metricflows.app.internal.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.spec.RunSpec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.bridge.internal.spec.SweepSpec;
import org.metricflows.symbolic.InputException;

/**
 * A sweep with the specs of its runs.
 *
 * @param plan which runs there are
 * @param runs their specs by name, in the order of the plan
 */
public record PlannedSweep(SweepPlan plan, Map<String, Run> runs) {

  /** Keeps the order of the runs. */
  public PlannedSweep {
    runs = Collections.unmodifiableMap(new LinkedHashMap<>(runs));
  }

  /**
   * One run.
   *
   * @param source its spec as written
   * @param yaml its spec as resolved
   * @param words what it has of the values swept
   */
  public record Run(SpecSource source, String yaml, String words) {
    /** What is wrong with this run, said with its place and the values that make it so. */
    public InputException explain(InputException e) {
      return source.locate(e).with("at " + words);
    }
  }

  /**
   * Understands every spec of a sweep.
   *
   * @throws InputException at the first thing wrong with the sweep or one of its members
   */
  public static PlannedSweep of(SpecSource source) {
    return new Planner(source).plan();
  }

  /** What of the table the seeds leave alone: the first member of each row, and all references. */
  public List<Run> representatives() {
    Map<String, Run> chosen = new LinkedHashMap<>();
    for (List<SweepPlan.Member> row : plan.rows()) {
      SweepPlan.Member first = row.get(0);
      chosen.put(first.name(), runs.get(first.name()));
      if (!first.reference().isEmpty()) {
        chosen.put(first.reference(), runs.get(first.reference()));
      }
    }
    return List.copyOf(chosen.values());
  }

  private static final class Planner {
    private final SpecSource source;
    private final SweepSpec sweep;
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private String title = "";

    Planner(SpecSource source) {
      this.source = source;
      this.sweep = source.sweep();
    }

    PlannedSweep plan() {
      List<String> members = new ArrayList<>();
      for (SweepSpec.Member member : sweep.members()) {
        members.add(add(member, RunNames.member(sweep, members.size())));
      }
      List<SweepPlan.Member> planned = new ArrayList<>();
      for (int i = 0; i < members.size(); i++) {
        SweepSpec.Member member = sweep.members().get(i);
        planned.add(new SweepPlan.Member(members.get(i), member.at(), reference(member)));
      }
      return new PlannedSweep(new SweepPlan(title, sweep.axes(), sweep.measures(), planned), runs);
    }

    private String add(SweepSpec.Member member, String name) {
      String words = SweepPlan.words(sweep.axes(), member.at());
      Run run = read(member.source(), words, member.reference().isPresent());
      names.putIfAbsent(run.yaml(), name);
      runs.put(name, run);
      return name;
    }

    /** The run of that spec, which may be a member's or another one's reference. */
    private String reference(SweepSpec.Member member) {
      if (member.reference().isEmpty() || !MeasureCheck.needsReference(sweep.measures())) {
        return "";
      }
      String words = "the reference of " + SweepPlan.words(sweep.axes(), member.at());
      Run run = read(member.reference().get(), words, true);
      String known = names.get(run.yaml());
      if (known != null) {
        return known;
      }
      String name = RunNames.reference(runs.size() - sweep.members().size());
      names.put(run.yaml(), name);
      runs.put(name, run);
      return name;
    }

    private Run read(SpecSource member, String words, boolean hasReference) {
      Run unread = new Run(member, "", words);
      RunSpec spec;
      try {
        spec = Geometries.read(member);
      } catch (InputException e) {
        throw unread.explain(e);
      }
      title = spec.title();
      try {
        MeasureCheck.of(spec, hasReference, sweep.measures());
      } catch (InputException e) {
        throw source.locate(e);
      }
      return new Run(member, spec.toYaml(), words);
    }
  }
}
