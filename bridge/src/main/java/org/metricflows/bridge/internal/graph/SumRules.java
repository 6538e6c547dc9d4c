package org.metricflows.bridge.internal.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metricflows.bridge.internal.graph.Term.NumberTerm;
import org.metricflows.bridge.internal.graph.Term.SumTerm;
import org.metricflows.symbolic.expression.Rational;

/**
 * Canonical sums: like terms collected, terms with a common coefficient grouped, so that 2ab + 2cd
 * becomes 2(ab + cd), and signs chosen so that a − b and b − a are one term.
 */
final class SumRules {

  private final TermTable table;

  SumRules(TermTable table) {
    this.table = table;
  }

  Scaled sum(List<Scaled> summands) {
    Map<Integer, Rational> collected = new TreeMap<>();
    for (Scaled summand : summands) {
      collected.merge(summand.term(), summand.coefficient(), Rational::add);
    }
    collected.values().removeIf(c -> c.signum() == 0);
    List<Scaled> parts = new ArrayList<>();
    collected.forEach((term, coefficient) -> parts.add(new Scaled(coefficient, term)));
    return sumOfDistinct(joinNumbers(parts));
  }

  /** A term equal to a scaled term. */
  int asTerm(Scaled scaled) {
    return scaled.coefficient().isOne()
        ? scaled.term()
        : table.intern(new SumTerm(List.of(scaled)));
  }

  private List<Scaled> joinNumbers(List<Scaled> parts) {
    List<Scaled> numbers = parts.stream().filter(table::isNumber).toList();
    if (numbers.size() < 2) {
      return parts;
    }
    double total = numbers.stream().mapToDouble(table::number).sum();
    List<Scaled> joined = new ArrayList<>(parts);
    joined.removeAll(numbers);
    joined.add(new Scaled(Numbers.ONE, table.intern(new NumberTerm(total))));
    return joined;
  }

  private Scaled sumOfDistinct(List<Scaled> parts) {
    if (parts.isEmpty()) {
      return new Scaled(Numbers.ZERO, TermTable.UNIT);
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    Rational common = commonMagnitude(parts);
    List<Scaled> grouped = group(parts, common);
    Rational signed = isMostlyNegative(grouped) ? common.multiply(Numbers.MINUS_ONE) : common;
    if (grouped.size() == 1) {
      return grouped.get(0);
    }
    List<Scaled> ratios = new ArrayList<>();
    for (Scaled part : grouped) {
      ratios.add(new Scaled(Numbers.quotient(part.coefficient(), signed), part.term()));
    }
    return new Scaled(signed, table.intern(new SumTerm(List.copyOf(ratios))));
  }

  /** The magnitude to pull out: 1 where it occurs, else the most frequent one that repeats. */
  private Rational commonMagnitude(List<Scaled> parts) {
    Map<Rational, Integer> votes = votes(parts);
    Rational best = Numbers.ONE;
    int most = 1;
    for (Map.Entry<Rational, Integer> entry : votes.entrySet()) {
      if (entry.getKey().isOne()) {
        return entry.getKey();
      }
      if (entry.getValue() > most) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return best;
  }

  private Map<Rational, Integer> votes(List<Scaled> parts) {
    Map<Rational, Integer> votes = new LinkedHashMap<>();
    for (Scaled part : parts) {
      if (!table.isNumber(part)) {
        votes.merge(Numbers.magnitude(part.coefficient()), 1, Integer::sum);
      }
    }
    return votes;
  }

  /** Terms that share another magnitude than the common one become a sum of their own. */
  private List<Scaled> group(List<Scaled> parts, Rational common) {
    Map<Rational, Integer> votes = votes(parts);
    Map<Rational, List<Scaled>> groups = new LinkedHashMap<>();
    List<Scaled> grouped = new ArrayList<>();
    for (Scaled part : parts) {
      Rational magnitude = Numbers.magnitude(part.coefficient());
      boolean apart = votes.getOrDefault(magnitude, 0) > 1 && !magnitude.equals(common);
      if (apart && !table.isNumber(part)) {
        groups.computeIfAbsent(magnitude, m -> new ArrayList<>()).add(part);
      } else {
        grouped.add(part);
      }
    }
    groups.values().forEach(group -> grouped.add(sumOfDistinct(group)));
    grouped.sort((a, b) -> Integer.compare(a.term(), b.term()));
    return grouped;
  }

  private boolean isMostlyNegative(List<Scaled> parts) {
    int balance = 0;
    int first = 0;
    for (Scaled part : parts) {
      if (!table.isNumber(part)) {
        int sign = part.coefficient().signum();
        balance += sign;
        first = first == 0 ? sign : first;
      }
    }
    return balance == 0 ? first < 0 : balance < 0;
  }
}
