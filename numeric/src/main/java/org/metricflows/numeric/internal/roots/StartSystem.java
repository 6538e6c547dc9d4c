package org.metricflows.numeric.internal.roots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A system whose roots are all known.
 *
 * @param coefficients Re and Im of a term's coefficient at {@code [equation][2·term + part]}
 * @param roots Re and Im of unknown v at {@code [root][2v + part]}
 */
record StartSystem(double[][] coefficients, double[][] roots) {

  /**
   * Equation j is a product of d_ja random affine forms in the unknowns of block a. A root is where
   * one form of each equation vanishes, chosen such that each block gets as many as it has
   * unknowns: exactly {@link SystemShape#rootCount} ways.
   */
  static StartSystem ofLinearForms(SystemShape shape, Random random) {
    return new LinearForms(shape, random).system();
  }

  /**
   * Coefficients of a random system: of a term Π x_v^{e_v}, Gaussian with variance Π_a d_a!/((d_a −
   * |e_a|)! Π e_v!), so that no direction of the factors' coordinates is preferred.
   */
  static double[][] randomCoefficients(SystemShape shape, Random random) {
    double[][] coefficients = new double[shape.unknowns()][];
    for (int j = 0; j < coefficients.length; j++) {
      int[][] exponents = shape.exponents(j);
      coefficients[j] = new double[2 * exponents.length];
      for (int i = 0; i < exponents.length; i++) {
        double deviation = Math.sqrt(multinomial(shape, j, exponents[i]));
        coefficients[j][2 * i] = deviation * random.nextGaussian();
        coefficients[j][2 * i + 1] = deviation * random.nextGaussian();
      }
    }
    return coefficients;
  }

  private static double multinomial(SystemShape shape, int equation, int[] exponent) {
    double product = 1;
    for (int a = 0; a < shape.blockCount(); a++) {
      int left = shape.degree(equation, a);
      for (int v = shape.blockStart(a); v < shape.blockStart(a) + shape.blockSize(a); v++) {
        for (int e = 1; e <= exponent[v]; e++) {
          product *= (double) left-- / e;
        }
      }
    }
    return product;
  }

  /** The forms that are multiplied. */
  private static final class LinearForms {
    private final SystemShape shape;
    private final int unknowns;

    /** Coefficients of 1 and of a block's unknowns at [equation][block][form][2·place + part]. */
    private final double[][][][] forms;

    LinearForms(SystemShape shape, Random random) {
      this.shape = shape;
      unknowns = shape.unknowns();
      forms = new double[unknowns][shape.blockCount()][][];
      for (int j = 0; j < unknowns; j++) {
        for (int a = 0; a < shape.blockCount(); a++) {
          int length = 2 * shape.blockSize(a) + 2;
          forms[j][a] = new double[shape.degree(j, a)][length];
          for (double[] form : forms[j][a]) {
            Arrays.setAll(form, i -> random.nextGaussian());
          }
        }
      }
    }

    StartSystem system() {
      double[][] coefficients = new double[unknowns][];
      for (int j = 0; j < unknowns; j++) {
        coefficients[j] = product(j);
      }
      List<double[]> roots = new ArrayList<>();
      choose(new double[unknowns][], new int[unknowns], roots);
      return new StartSystem(coefficients, roots.toArray(double[][]::new));
    }

    /** Expands the product of equation j's forms, a form at a time. */
    private double[] product(int j) {
      int[][] exponents = shape.exponents(j);
      double[] product = new double[2 * exponents.length];
      product[0] = 1;
      for (int a = 0; a < shape.blockCount(); a++) {
        for (double[] form : forms[j][a]) {
          product = times(product, form, shape.blockStart(a), exponents);
        }
      }
      return product;
    }

    private static double[] times(double[] p, double[] form, int start, int[][] exponents) {
      double[] product = new double[p.length];
      for (int i = 0; i < exponents.length; i++) {
        addProduct(form, 0, p, i, product, i);
        for (int place = 1; 2 * place < form.length; place++) {
          int unknown = start + place - 1;
          if (exponents[i][unknown] > 0) {
            int[] lower = exponents[i].clone();
            lower[unknown]--;
            addProduct(
                form, place, p, Arrays.binarySearch(exponents, lower, Arrays::compare), product, i);
          }
        }
      }
      return product;
    }

    private static void addProduct(double[] x, int i, double[] y, int j, double[] sum, int k) {
      sum[2 * k] += x[2 * i] * y[2 * j] - x[2 * i + 1] * y[2 * j + 1];
      sum[2 * k + 1] += x[2 * i] * y[2 * j + 1] + x[2 * i + 1] * y[2 * j];
    }

    /** Chooses a form of the first equation without one, in every way, then of the others. */
    private void choose(double[][] chosen, int[] blockOf, List<double[]> roots) {
      int j = 0;
      while (j < unknowns && chosen[j] != null) {
        j++;
      }
      if (j == unknowns) {
        roots.add(common(chosen, blockOf));
        return;
      }
      for (int a = 0; a < shape.blockCount(); a++) {
        int block = a;
        if (Arrays.stream(blockOf, 0, j).filter(b -> b == block).count() < shape.blockSize(a)) {
          blockOf[j] = a;
          for (double[] form : forms[j][a]) {
            chosen[j] = form;
            choose(chosen, blockOf, roots);
          }
        }
      }
      chosen[j] = null;
    }

    /** The point where all chosen forms vanish. */
    private double[] common(double[][] chosen, int[] blockOf) {
      ComplexLu matrix = new ComplexLu(unknowns);
      double[] x = new double[2 * unknowns];
      for (int j = 0; j < unknowns; j++) {
        int row = 2 * (j * unknowns + shape.blockStart(blockOf[j]));
        System.arraycopy(chosen[j], 2, matrix.a, row, chosen[j].length - 2);
        x[2 * j] = -chosen[j][0];
        x[2 * j + 1] = -chosen[j][1];
      }
      if (!matrix.factor()) {
        throw new IllegalStateException("random forms are dependent");
      }
      matrix.solve(x);
      return x;
    }
  }
}
