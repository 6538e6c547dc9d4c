package org.metricflows.numeric.internal.roots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What square polynomial systems of a batch have in common: their unknowns in blocks, one for each
 * projective factor, and the degree of each equation in each block.
 *
 * <p>Such a system has at most as many isolated roots as the product of its equations' classes
 * says, the coefficient of Π_a x_a^{k_a} in Π_j Σ_a d_ja x_a, where block a has k_a unknowns and
 * equation j the degree d_ja in it; almost all have exactly so many. With one block that is
 * Bézout's Π_j d_j.
 *
 * <p>Equation j is given by its coefficients of all monomials of degree at most d_ja in each block
 * a, in the order of {@link #exponents}: lexicographic, the last unknown's exponent running
 * fastest.
 *
 * <pre>{@code
 * SystemShape.dense(2, 3, 3).rootCount()                                      // two cubics: 9
 * SystemShape.of(new int[] {2, 1}, new int[][] {{3, 0}, {0, 3}, {1, 1}}).rootCount()    // 9
 * }</pre>
 */
public final class SystemShape {

  private final int[] blocks;
  private final int[][] degrees;
  private final int unknowns;
  private final int[][][] exponents;

  private SystemShape(int[] blocks, int[][] degrees) {
    this.blocks = blocks;
    this.degrees = degrees;
    unknowns = Arrays.stream(blocks).sum();
    exponents = new int[unknowns][][];
    for (int j = 0; j < unknowns; j++) {
      exponents[j] = list(degrees[j]);
    }
  }

  /**
   * Systems of as many equations as unknowns.
   *
   * @param blocks number of unknowns in each block, at least 1
   * @param degrees the degree of equation j in block a at {@code [j][a]}
   */
  public static SystemShape of(int[] blocks, int[][] degrees) {
    int unknowns = Arrays.stream(blocks).sum();
    if (blocks.length == 0 || Arrays.stream(blocks).min().getAsInt() < 1) {
      throw new IllegalArgumentException(
          "blocks: " + Arrays.toString(blocks) + " are not all of at least 1 unknown");
    }
    if (degrees.length != unknowns) {
      throw new IllegalArgumentException(
          "degrees: " + degrees.length + " equations for " + unknowns + " unknowns");
    }
    int[][] copy = new int[unknowns][];
    for (int j = 0; j < unknowns; j++) {
      copy[j] = degrees[j].clone();
      if (copy[j].length != blocks.length || Arrays.stream(copy[j]).anyMatch(d -> d < 0)) {
        throw new IllegalArgumentException(
            "degrees["
                + j
                + "]: "
                + Arrays.toString(copy[j])
                + " are not degrees of at least 0 in each of "
                + blocks.length
                + " blocks");
      }
    }
    SystemShape shape = new SystemShape(blocks.clone(), copy);
    if (shape.rootCount() == 0) {
      throw new IllegalArgumentException(
          "degrees: " + Arrays.deepToString(degrees) + " leave no isolated root");
    }
    return shape;
  }

  /** Equations of these total degrees in unknowns of one block. */
  public static SystemShape dense(int unknowns, int... degrees) {
    return of(
        new int[] {unknowns},
        Arrays.stream(degrees).mapToObj(d -> new int[] {d}).toArray(int[][]::new));
  }

  /** Number of unknowns, and of equations. */
  public int unknowns() {
    return unknowns;
  }

  /** The exponent of unknown v in term i of an equation at {@code [i][v]}. */
  public int[][] exponents(int equation) {
    return Arrays.stream(exponents[equation]).map(int[]::clone).toArray(int[][]::new);
  }

  /** Number of terms of an equation. */
  public int terms(int equation) {
    return exponents[equation].length;
  }

  /** Number of isolated roots of almost all systems of this shape, and at most of any. */
  public int rootCount() {
    return rootCount(0, blocks.clone());
  }

  private int rootCount(int equation, int[] left) {
    if (equation == unknowns) {
      return 1;
    }
    int count = 0;
    for (int a = 0; a < left.length; a++) {
      if (left[a] > 0 && degrees[equation][a] > 0) {
        left[a]--;
        count += degrees[equation][a] * rootCount(equation + 1, left);
        left[a]++;
      }
    }
    return count;
  }

  int blockCount() {
    return blocks.length;
  }

  /** Number of unknowns in a block. */
  int blockSize(int block) {
    return blocks[block];
  }

  /** The first unknown of a block. */
  int blockStart(int block) {
    return Arrays.stream(blocks, 0, block).sum();
  }

  int degree(int equation, int block) {
    return degrees[equation][block];
  }

  /** Exponents of all monomials that occur in any equation's box of degrees. */
  int[][] allExponents() {
    int[] highest = new int[blocks.length];
    for (int[] ofEquation : degrees) {
      for (int a = 0; a < highest.length; a++) {
        highest[a] = Math.max(highest[a], ofEquation[a]);
      }
    }
    return list(highest);
  }

  private int[][] list(int[] highest) {
    List<int[]> found = new ArrayList<>();
    list(new int[unknowns], 0, highest.clone(), found);
    return found.toArray(int[][]::new);
  }

  private void list(int[] exponent, int unknown, int[] left, List<int[]> found) {
    if (unknown == unknowns) {
      found.add(exponent.clone());
      return;
    }
    int block = blockOf(unknown);
    int most = left[block];
    for (int e = 0; e <= most; e++) {
      exponent[unknown] = e;
      left[block] = most - e;
      list(exponent, unknown + 1, left, found);
    }
    exponent[unknown] = 0;
    left[block] = most;
  }

  private int blockOf(int unknown) {
    int block = 0;
    for (int end = blocks[0]; end <= unknown; end += blocks[block]) {
      block++;
    }
    return block;
  }
}
