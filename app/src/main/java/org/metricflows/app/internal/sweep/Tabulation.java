package org.metricflows.app.internal.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.metricflows.app.internal.result.RunRecords;
import org.metricflows.bridge.internal.run.RunFolderException;
import org.metricflows.bridge.internal.spec.Measure;

/** Makes the table of a sweep out of the files of its runs. */
public final class Tabulation {
  private final SweepFolder folder;
  private final SweepPlan plan;
  private final Map<String, String> failures;

  private Tabulation(SweepFolder folder, SweepPlan plan, Map<String, String> failures) {
    this.folder = folder;
    this.plan = plan;
    this.failures = failures;
  }

  /**
   * Tabulates a sweep.
   *
   * @param failures why the runs without a result have none, by their names
   */
  public static SweepTable of(SweepFolder folder, SweepPlan plan, Map<String, String> failures) {
    return new Tabulation(folder, plan, new LinkedHashMap<>(failures)).table();
  }

  private SweepTable table() {
    List<String> names = plan.measures().isEmpty() ? allMeasures() : plan.measures();
    List<Measure> measures = names.stream().map(name -> Measure.of(name).orElseThrow()).toList();
    Map<String, SweepTable.MeasuredRun> runs = new LinkedHashMap<>();
    for (SweepPlan.Member member : plan.members()) {
      runs.put(member.name(), read(member, measures));
    }
    for (String name : plan.runs()) {
      if (!runs.containsKey(name)) {
        List<OptionalDouble> none = Collections.nCopies(measures.size(), OptionalDouble.empty());
        runs.put(name, new SweepTable.MeasuredRun(status(name), none));
      }
    }
    return new SweepTable(plan, names, runs);
  }

  /** The numbers that records of completed members have, and the comparisons they allow. */
  private List<String> allMeasures() {
    Set<String> names = new LinkedHashSet<>();
    for (SweepPlan.Member member : plan.members()) {
      reading(member)
          .ifPresent(
              reading -> {
                names.addAll(reading.run().numbers());
                for (Measure.Comparison comparison : Measure.Comparison.values()) {
                  String name = comparison.label();
                  if (reading.value(Measure.of(name).orElseThrow()).isPresent()) {
                    names.add(name);
                  }
                }
              });
    }
    return List.copyOf(names);
  }

  private SweepTable.MeasuredRun read(SweepPlan.Member member, List<Measure> measures) {
    Optional<RunReading> reading = reading(member);
    return new SweepTable.MeasuredRun(
        status(member.name()),
        measures.stream()
            .map(m -> reading.map(r -> r.value(m)).orElse(OptionalDouble.empty()))
            .toList());
  }

  private Optional<RunReading> reading(SweepPlan.Member member) {
    Optional<RunRecords> reference =
        Optional.of(member.reference()).filter(r -> !r.isEmpty()).flatMap(this::records);
    return records(member.name()).map(run -> new RunReading(run, reference));
  }

  /** The records of a completed run; a run that stopped early is compared with nothing. */
  private Optional<RunRecords> records(String run) {
    return status(run).equals("completed") ? Optional.of(result(run)) : Optional.empty();
  }

  private String status(String run) {
    if (!folder.isFinished(run)) {
      return "failed: " + failures.getOrDefault(run, "it has no result");
    }
    RunRecords records = result(run);
    for (JsonNode check : records.result().path("checks")) {
      if (!check.path("passed").asBoolean()) {
        return "check failed: " + check.path("name").asText();
      }
    }
    String status = records.result().path("status").asText();
    JsonNode time = records.result().path("stopped_at");
    return time.isMissingNode()
        ? status
        : status + " (at " + records.clock() + " = " + time.asText() + ")";
  }

  private RunRecords result(String run) {
    try {
      return new RunRecords(new ObjectMapper().readTree(folder.result(run)));
    } catch (JsonProcessingException e) {
      throw new RunFolderException(folder.path().resolve(run), "its result.json is not JSON");
    }
  }
}
