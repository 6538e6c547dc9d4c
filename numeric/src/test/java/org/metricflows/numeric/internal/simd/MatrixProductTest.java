package org.metricflows.numeric.internal.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixProductTest {

  /** A product of one shape with one kernel, and what surrounds its operands in their arrays. */
  record Shape(int m, int n, int k, boolean transposeA, boolean transposeB, TileKernel kernel) {}

  static Stream<Shape> shapes() {
    int[][] sizes = {
      {1, 1, 1}, {5, 2, 3}, {3, 4, 1}, {6, 16, 8}, {7, 17, 9}, {12, 32, 193}, {13, 33, 385},
      {150, 128, 128}, {25, 3, 64}, {3, 64, 150}, {1, 40, 7}, {40, 1, 7}, {4, 4, 0}, {0, 3, 2}
    };
    List<Shape> shapes = new ArrayList<>();
    for (int[] s : sizes) {
      for (TileKernel kernel : kernels()) {
        for (int form = 0; form < 4; form++) {
          shapes.add(new Shape(s[0], s[1], s[2], form % 2 == 1, form / 2 == 1, kernel));
        }
      }
    }
    return shapes.stream();
  }

  private static List<TileKernel> kernels() {
    List<TileKernel> kernels = new ArrayList<>(List.of(ScalarTileKernel.INSTANCE));
    if (VectorModule.isPresent()) {
      kernels.add(new LaneTileKernel());
    }
    return kernels;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void isTheChainOfFusedMultiplyAdds(Shape s) {
    SplittableRandom random = new SplittableRandom(17);
    int lda = (s.transposeA ? s.m : s.k) + 3;
    int ldb = (s.transposeB ? s.k : s.n) + 1;
    int ldc = s.n + 2;
    double[] a = random.doubles(5 + lda * (s.transposeA ? s.k : s.m), -1, 1).toArray();
    double[] b = random.doubles(4 + ldb * (s.transposeB ? s.n : s.k), -1, 1).toArray();
    double[] c = random.doubles(7 + ldc * s.m, -1, 1).toArray();
    double[] expected = c.clone();
    for (int i = 0; i < s.m; i++) {
      for (int j = 0; j < s.n; j++) {
        double sum = c[7 + i * ldc + j];
        for (int p = 0; p < s.k; p++) {
          double x = a[5 + (s.transposeA ? p * lda + i : i * lda + p)];
          double y = b[4 + (s.transposeB ? j * ldb + p : p * ldb + j)];
          sum = Math.fma(x, y, sum);
        }
        expected[7 + i * ldc + j] = sum;
      }
    }
    MatrixProduct product = new MatrixProduct(s.kernel);
    product.multiplyAdd(s.transposeA, s.transposeB, s.m, s.n, s.k, a, 5, lda, b, 4, ldb, c, 7, ldc);
    assertThat(c).containsExactly(expected);
  }

  @Test
  void gramMatrixIsTheProductWithTheTranspose() {
    for (TileKernel kernel : kernels()) {
      for (int n : new int[] {1, 5, 6, 16, 37, 70}) {
        int k = 29 * n % 211 + 1;
        double[] a = new SplittableRandom(n).doubles(n * k, -1, 1).toArray();
        double[] expected = new double[n * n];
        double[] c = new double[n * n];
        MatrixProduct product = new MatrixProduct(kernel);
        product.multiplyAdd(false, true, n, n, k, a, 0, k, a, 0, k, expected, 0, n);
        product.gramAdd(n, k, a, 0, k, c, 0, n);
        assertThat(c).containsExactly(expected);
      }
    }
  }

  @Test
  void packedFactorsAreScaledAndServeManyProducts() {
    int n = 21;
    int k = 200;
    double[] b = new SplittableRandom(2).doubles(n * k, -1, 1).toArray();
    double[] a = new SplittableRandom(3).doubles(9 * k, -1, 1).toArray();
    PackedMatrix packed = new PackedMatrix();
    packed.pack(true, k, n, b, 0, k, 0.5);
    double[] whole = new double[9 * n];
    double[] parts = new double[9 * n];
    MatrixProduct product = new MatrixProduct();
    product.multiplyAdd(false, 9, a, 0, k, packed, whole, 0, n);
    product.multiplyAdd(false, 4, a, 0, k, packed, parts, 0, n);
    product.multiplyAdd(false, 5, a, 4 * k, k, packed, parts, 4 * n, n);
    assertThat(parts).containsExactly(whole);
    double sum = 0;
    for (int p = 0; p < k; p++) {
      sum = Math.fma(a[2 * k + p], 0.5 * b[5 * k + p], sum);
    }
    assertThat(whole[2 * n + 5]).isEqualTo(sum);
  }

  @Test
  void vectorsTakeOverWithoutAChangeOfBits() {
    int n = 96;
    double[] a = new SplittableRandom(5).doubles(n * n, -1, 1).toArray();
    MatrixProduct product = new MatrixProduct();
    double[] first = new double[n * n];
    product.multiplyAdd(false, false, n, n, n, a, 0, n, a, 0, n, first, 0, n);
    for (int repeat = 0; repeat < 200; repeat++) {
      double[] c = new double[n * n];
      product.multiplyAdd(false, false, n, n, n, a, 0, n, a, 0, n, c, 0, n);
      assertThat(c).isEqualTo(first);
    }
  }

  @Test
  void operandsMustFit() {
    MatrixProduct product = new MatrixProduct();
    assertThatThrownBy(
            () ->
                product.multiplyAdd(
                    false,
                    false,
                    2,
                    2,
                    3,
                    new double[6],
                    1,
                    3,
                    new double[6],
                    0,
                    2,
                    new double[4],
                    0,
                    2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A: 2 × 3 at offset 1 with rows 3 apart ends at 7, beyond the array's 6");
    assertThatThrownBy(() -> new PackedMatrix().pack(true, 3, 2, new double[6], 0, 2, 1))
        .hasMessage("B: 2 × 3 at offset 0 with rows 2 apart is not a matrix");
  }

  /** What is packed once and multiplied often brings the vectors, too, at its next packing. */
  @Test
  void productsWithPackedMatricesCountAsDemand() throws InterruptedException {
    assumeTrue(VectorModule.isPresent());
    PackedMatrix b = new PackedMatrix(new TileKernels(1_000_000));
    b.pack(false, 4, 4, new double[16], 0, 4, 1);
    for (int i = 0; i < 10; i++) {
      assertThat(b.kernel()).isInstanceOf(ScalarTileKernel.class);
      b.pack(false, 4, 4, new double[16], 0, 4, 1);
    }
    int m = 70_000;
    new MatrixProduct().multiplyAdd(false, m, new double[4 * m], 0, 4, b, new double[4 * m], 0, 4);
    long end = System.nanoTime() + 60_000_000_000L;
    while (!(b.kernel() instanceof LaneTileKernel) && System.nanoTime() < end) {
      Thread.sleep(5);
      b.pack(false, 4, 4, new double[16], 0, 4, 1);
    }
    assertThat(b.kernel()).isInstanceOf(LaneTileKernel.class);
  }
}
