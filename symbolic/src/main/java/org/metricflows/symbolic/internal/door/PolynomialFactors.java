package org.metricflows.symbolic.internal.door;

import edu.jas.arith.BigInteger;
import edu.jas.kern.ComputerThreads;
import edu.jas.poly.ExpVector;
import edu.jas.poly.GenPolynomial;
import edu.jas.poly.GenPolynomialRing;
import edu.jas.ufd.FactorFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.metricflows.symbolic.internal.rational.Budget;
import org.metricflows.symbolic.internal.rational.Factorizer;
import org.metricflows.symbolic.internal.rational.Polynomial;

/**
 * Factors over the integers by JAS, the algebra system inside Symja; Symja itself need not start. A
 * polynomial that takes longer than its share of the budget is given back whole.
 */
public final class PolynomialFactors implements Factorizer {
  /** The algorithm packs all variables into one, to a degree of about this product. */
  private static final long HIGHEST_PACKED_DEGREE = 5000;

  private static final long MOST_MILLISECONDS = 1000;

  static {
    // its thread pool would keep the virtual machine alive for a minute
    ComputerThreads.NO_THREADS = true;
  }

  @Override
  public Map<Polynomial, Integer> factors(Polynomial polynomial, Budget budget) {
    long packedDegree = 1;
    for (int v = 0; v < polynomial.variables(); v++) {
      packedDegree = Math.min(HIGHEST_PACKED_DEGREE + 1, packedDegree * (polynomial.degree(v) + 1));
    }
    if (packedDegree > HIGHEST_PACKED_DEGREE) {
      return Map.of(polynomial, 1);
    }
    FutureTask<Map<Polynomial, Integer>> task = new FutureTask<>(() -> factors(polynomial));
    Thread thread = new Thread(task, "factorization");
    thread.setDaemon(true);
    thread.start();
    try {
      long share = Math.min(MOST_MILLISECONDS, budget.remaining().toMillis() / 4 + 1);
      return task.get(share, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      thread.interrupt();
      return Map.of(polynomial, 1);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return Map.of(polynomial, 1);
    }
  }

  private static Map<Polynomial, Integer> factors(Polynomial polynomial) {
    // variables that do not occur slow the algorithm down
    List<Integer> used = new ArrayList<>();
    for (int v = 0; v < polynomial.variables(); v++) {
      if (polynomial.degree(v) > 0) {
        used.add(v);
      }
    }
    String[] names = used.stream().map(v -> "x" + v).toArray(String[]::new);
    GenPolynomialRing<BigInteger> ring = new GenPolynomialRing<>(new BigInteger(), names);
    GenPolynomial<BigInteger> sum = ring.getZERO().copy();
    polynomial.forEach(
        (exponents, coefficient) -> {
          long[] packed = new long[used.size()];
          for (int i = 0; i < packed.length; i++) {
            packed[i] = exponents[used.get(i)];
          }
          sum.doPutToMap(ExpVector.create(packed), new BigInteger(coefficient));
        });
    Map<Polynomial, Integer> factors = new LinkedHashMap<>();
    FactorFactory.getImplementation(new BigInteger())
        .factors(sum)
        .forEach(
            (factor, times) -> {
              if (!factor.isConstant()) {
                factors.put(convert(factor, polynomial, used), times.intValue());
              }
            });
    return factors;
  }

  private static Polynomial convert(
      GenPolynomial<BigInteger> factor, Polynomial like, List<Integer> used) {
    List<int[]> exponents = new ArrayList<>();
    List<java.math.BigInteger> values = new ArrayList<>();
    factor
        .getMap()
        .forEach(
            (vector, value) -> {
              int[] all = new int[like.variables()];
              for (int i = 0; i < used.size(); i++) {
                all[used.get(i)] = (int) vector.getVal(i);
              }
              exponents.add(all);
              values.add(value.getVal());
            });
    return like.with(exponents, values);
  }
}
