package org.metricflows.bridge.internal.variety;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.VarietySampling;
import org.metricflows.numeric.internal.variety.Estimate;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * What a sample says of its variety.
 *
 * @param sample the points
 * @param sigma of the Fubini–Study metric, over all points
 * @param seconds that the points took
 */
public record SampleReport(VarietySample sample, Estimate sigma, double seconds) {

  /**
   * Samples the variety of a spec.
   *
   * @throws org.metricflows.symbolic.InputException see {@link VarietySamples#of}
   */
  public static SampleReport of(VarietySampling spec) {
    Compiler compiler = new Compiler();
    long begin = System.nanoTime();
    VarietySample sample = VarietySamples.of(spec.variety(), spec.sample(), compiler);
    double seconds = (System.nanoTime() - begin) * 1e-9;
    return new SampleReport(sample, sample.sigma(sample.determinant()), seconds);
  }

  /** The numbers, as JSON writers take them. */
  public Map<String, Object> toTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("volume_omega", sample.volumeOmega());
    tree.put("volume_omega_error", sample.volumes().omega().error());
    tree.put("kappa", sample.kappa());
    tree.put("kappa_error", sample.volumes().kappa().error());
    tree.put("volume_kahler", sample.volumeKahler());
    tree.put("sigma_fubini_study", sigma.value());
    tree.put("sigma_fubini_study_error", sigma.error());
    tree.put("dimension", sample.dimension());
    tree.put("count", sample.training().points());
    tree.put("held_out", sample.points() - sample.training().points());
    tree.put("points_per_second", sample.points() / seconds);
    return tree;
  }

  /** The points one by one, as JSON writers take them. */
  public List<Map<String, Object>> points() {
    List<Map<String, Object>> points = new ArrayList<>();
    for (int p = 0; p < sample.points(); p++) {
      Map<String, Object> point = new LinkedHashMap<>();
      List<double[]> z = new ArrayList<>();
      for (int i = 0; i < sample.coordinates(); i++) {
        z.add(new double[] {sample.z()[2 * i][p], sample.z()[2 * i + 1][p]});
      }
      point.put("z", z);
      point.put("patch", one(sample.patch(), p));
      point.put("eliminated", one(sample.eliminated(), p));
      point.put("omega_squared", sample.omegaSquared()[p]);
      point.put("weight", sample.weight()[p]);
      point.put("fubini_study", metric(p));
      point.put("det_fubini_study", sample.determinant()[p]);
      points.add(point);
    }
    return points;
  }

  /** A number where there is one, else a list. */
  private static Object one(int[][] columns, int p) {
    List<Integer> all = new ArrayList<>();
    for (int[] column : columns) {
      all.add(column[p]);
    }
    return all.size() == 1 ? all.get(0) : all;
  }

  private double[][][] metric(int p) {
    int m = sample.dimension();
    double[][][] metric = new double[m][m][];
    int column = 0;
    for (int a = 0; a < m; a++) {
      for (int b = a; b < m; b++) {
        double re = sample.fubiniStudy()[column++][p];
        double im = a == b ? 0 : sample.fubiniStudy()[column++][p];
        metric[b][a] = new double[] {re, -im};
        metric[a][b] = new double[] {re, im};
      }
    }
    return metric;
  }
}
