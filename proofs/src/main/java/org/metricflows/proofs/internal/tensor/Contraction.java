package org.metricflows.proofs.internal.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.proofs.internal.formula.FormulaException;

/** Sums over the labels that occur twice. */
final class Contraction<S> {
  private final Algebra<S> algebra;
  private final boolean euclidean;

  /**
   * @param euclidean whether two indices in the same position may be summed over
   */
  Contraction(Algebra<S> algebra, boolean euclidean) {
    this.algebra = algebra;
    this.euclidean = euclidean;
  }

  /** The product of two tensors, summed over the labels they share. */
  Tensor<S> product(Tensor<S> a, Tensor<S> b) {
    List<Slot> free = new ArrayList<>();
    List<Slot> summed = new ArrayList<>();
    for (Slot slot : a.slots()) {
      int other = b.find(slot.label());
      if (other >= 0) {
        requirePair(slot, b.slots().get(other));
        summed.add(slot);
      } else {
        free.add(slot);
      }
    }
    b.slots().stream().filter(s -> a.find(s.label()) < 0).forEach(free::add);
    int[] aFree = strides(a, free);
    int[] bFree = strides(b, free);
    int[] aSum = offsets(a, summed);
    int[] bSum = offsets(b, summed);
    List<S> result = new ArrayList<>();
    new Walk(free)
        .forEach(
            at -> {
              int aAt = 0;
              int bAt = 0;
              for (int i = 0; i < at.length; i++) {
                aAt += at[i] * aFree[i];
                bAt += at[i] * bFree[i];
              }
              result.add(sum(a, aAt, aSum, b, bAt, bSum));
            });
    return new Tensor<>(free, result);
  }

  private S sum(Tensor<S> a, int aAt, int[] aSum, Tensor<S> b, int bAt, int[] bSum) {
    S sum = null;
    for (int n = 0; n < aSum.length; n++) {
      S left = a.components().get(aAt + aSum[n]);
      S right = b.components().get(bAt + bSum[n]);
      boolean vanishes = algebra.isZero(left) || algebra.isZero(right);
      if (sum == null) {
        sum = algebra.multiply(left, right);
      } else if (!vanishes) {
        sum = algebra.add(sum, algebra.multiply(left, right));
      }
    }
    return sum;
  }

  private static <S> int[] strides(Tensor<S> tensor, List<Slot> slots) {
    int[] all = tensor.strides();
    int[] strides = new int[slots.size()];
    for (int i = 0; i < strides.length; i++) {
      int at = tensor.find(slots.get(i).label());
      strides[i] = at < 0 ? 0 : all[at];
    }
    return strides;
  }

  private static <S> int[] offsets(Tensor<S> tensor, List<Slot> slots) {
    int[] strides = strides(tensor, slots);
    List<Integer> offsets = new ArrayList<>();
    new Walk(slots)
        .forEach(
            at -> {
              int offset = 0;
              for (int i = 0; i < at.length; i++) {
                offset += at[i] * strides[i];
              }
              offsets.add(offset);
            });
    return offsets.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Sums over each label that occurs twice in the tensor itself. */
  Tensor<S> trace(Tensor<S> a) {
    for (int i = 0; i < a.slots().size(); i++) {
      for (int j = i + 1; j < a.slots().size(); j++) {
        if (a.slots().get(i).label().equals(a.slots().get(j).label())) {
          requirePair(a.slots().get(i), a.slots().get(j));
          return trace(trace(a, i, j));
        }
      }
    }
    return a;
  }

  private Tensor<S> trace(Tensor<S> a, int i, int j) {
    int[] strides = a.strides();
    List<Slot> free = new ArrayList<>(a.slots());
    free.remove(j);
    free.remove(i);
    int[] freeStrides =
        IntStream.range(0, strides.length)
            .filter(s -> s != i && s != j)
            .map(s -> strides[s])
            .toArray();
    int step = strides[i] + strides[j];
    List<S> result = new ArrayList<>();
    new Walk(free)
        .forEach(
            at -> {
              int offset = 0;
              for (int s = 0; s < at.length; s++) {
                offset += at[s] * freeStrides[s];
              }
              S sum = a.components().get(offset);
              for (int n = 1; n < a.slots().get(i).size(); n++) {
                sum = algebra.add(sum, a.components().get(offset + n * step));
              }
              result.add(sum);
            });
    return new Tensor<>(free, result);
  }

  private void requirePair(Slot a, Slot b) {
    if (!a.range().equals(b.range())) {
      throw new FormulaException("index " + a.label() + " runs over two different ranges");
    }
    if (a.index().upper() == b.index().upper() && !euclidean) {
      throw new FormulaException(
          "index " + a.label() + " occurs twice " + (a.index().upper() ? "above" : "below"));
    }
  }
}
