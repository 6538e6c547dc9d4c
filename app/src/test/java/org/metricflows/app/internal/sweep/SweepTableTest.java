package org.metricflows.app.internal.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.metricflows.bridge.internal.spec.SweepAxis;

/** The statistics of a table against values computed by hand. */
class SweepTableTest {
  private static final double TOLERANCE = 1e-12;

  /** Width and seed and bandwidth, in this order; the loss of a run as given, or its failure. */
  private static SweepTable table(Map<List<Integer>, Object> losses) {
    List<SweepAxis> axes =
        List.of(
            new SweepAxis("network.width", List.of("4", "16")),
            new SweepAxis("network.seed", List.of("1", "2", "3")),
            new SweepAxis("flow.rule", List.of("a", "b")));
    List<SweepPlan.Member> members = new ArrayList<>();
    Map<String, SweepTable.MeasuredRun> runs = new LinkedHashMap<>();
    for (int width = 0; width < 2; width++) {
      for (int seed = 0; seed < 3; seed++) {
        for (int rule = 0; rule < 2; rule++) {
          List<Integer> at = List.of(width, seed, rule);
          String name = "run-" + width + seed + rule;
          members.add(new SweepPlan.Member(name, at, ""));
          Object loss = losses.get(at);
          runs.put(
              name,
              loss instanceof Double value
                  ? new SweepTable.MeasuredRun("completed", List.of(OptionalDouble.of(value)))
                  : new SweepTable.MeasuredRun(
                      String.valueOf(loss), List.of(OptionalDouble.empty())));
        }
      }
    }
    return new SweepTable(
        new SweepPlan("t", axes, List.of("loss"), members), List.of("loss"), runs);
  }

  private static SweepTable example() {
    Map<List<Integer>, Object> losses = new LinkedHashMap<>();
    double[][][] values = {{{1, 10}, {2, 20}, {6, 60}}, {{2, 5}, {4, 5}, {6, 5}}};
    for (int w = 0; w < 2; w++) {
      for (int s = 0; s < 3; s++) {
        for (int r = 0; r < 2; r++) {
          losses.put(List.of(w, s, r), values[w][s][r]);
        }
      }
    }
    losses.put(List.of(1, 2, 1), "failed: no");
    return table(losses);
  }

  @Test
  void meansAndStandardErrorsAreOverSeeds() {
    List<SweepTable.Row> rows = example().rows();
    assertThat(rows)
        .extracting(SweepTable.Row::at)
        .containsExactly(List.of(0, 0), List.of(0, 1), List.of(1, 0), List.of(1, 1));
    assertThat(rows).extracting(SweepTable.Row::runs).containsExactly(3, 3, 3, 2);
    // 1, 2, 6: mean 3, squares 4 + 1 + 9 = 14, s² = 7, error √(7/3)
    assertMean(rows.get(0), 3, Math.sqrt(7.0 / 3));
    assertMean(rows.get(1), 30, 10 * Math.sqrt(7.0 / 3));
    assertMean(rows.get(2), 4, Math.sqrt(4.0 / 3));
    assertMean(rows.get(3), 5, 0);
  }

  private static void assertMean(SweepTable.Row row, double mean, double error) {
    assertThat(row.means().get(0).mean()).isCloseTo(mean, within(TOLERANCE));
    assertThat(row.means().get(0).standardError()).isCloseTo(error, within(TOLERANCE));
  }

  @Test
  void slopesAreAgainstNumbersAtEveryValueOfTheOtherKeys() {
    List<SweepTable.Slope> slopes = example().slopes();
    assertThat(slopes).hasSize(2);
    assertThat(slopes.get(0).fit().slope())
        .isCloseTo(Math.log(4.0 / 3) / Math.log(4), within(TOLERANCE));
    assertThat(slopes.get(1).fit().slope())
        .isCloseTo(Math.log(5.0 / 30) / Math.log(4), within(TOLERANCE));
    assertThat(slopes.get(1).at()).containsExactly(0, 1);
    assertThat(slopes).allMatch(slope -> slope.axis() == 0 && slope.measure() == 0);
  }

  @Test
  void aRunThatFailedIsNamedAndDoesNotCount() {
    SweepTable table = example();
    assertThat(table.isComplete()).isFalse();
    assertThat(table.missing()).isEmpty();
    assertThat(TableFormat.csv(table).lines())
        .startsWith("network.width,flow.rule,runs,loss,loss_error")
        .endsWith("16,b,2,5.0,0.0");
    assertThat(((List<?>) TableFormat.tree(table).get("members")).get(11))
        .hasToString(
            "{name=run-121, network.width=16, network.seed=3, flow.rule=b, status=failed: no,"
                + " loss=NaN}");
  }

  @Test
  void whatNoRunHasIsMissing() {
    SweepTable table = example();
    SweepTable other =
        new SweepTable(
            table.plan(),
            List.of("los"),
            Map.of(
                "run-000",
                new SweepTable.MeasuredRun("completed", List.of(OptionalDouble.empty()))));
    assertThat(other.runs()).hasSize(1);
    Map<String, SweepTable.MeasuredRun> runs = new LinkedHashMap<>();
    table.runs().forEach((name, run) -> runs.put(name, other.runs().get("run-000")));
    assertThat(new SweepTable(table.plan(), List.of("los"), runs).missing()).containsExactly("los");
  }

  @Test
  void oneNumberHasNoErrorAndNoneHasNoMean() {
    assertThat(MeanAndError.of(2).standardError()).isNaN();
    assertThat(MeanAndError.of().mean()).isNaN();
    assertThat(MeanAndError.of(1, 1)).isEqualTo(new MeanAndError(1, 0, 2));
  }
}
