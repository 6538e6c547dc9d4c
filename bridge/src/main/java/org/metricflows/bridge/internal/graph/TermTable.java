package org.metricflows.bridge.internal.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Terms, each stored once; operands come before the terms that use them. */
final class TermTable {

  /** Position of the number one. */
  static final int UNIT = 0;

  private final List<Term> terms = new ArrayList<>();
  private final Map<Term, Integer> positions = new HashMap<>();

  TermTable() {
    intern(new Term.Unit());
  }

  /** The position of a term, which is appended if it is new. */
  int intern(Term term) {
    Integer known = positions.putIfAbsent(term, terms.size());
    if (known != null) {
      return known;
    }
    terms.add(term);
    return terms.size() - 1;
  }

  Term get(int position) {
    return terms.get(position);
  }

  int size() {
    return terms.size();
  }

  /** Whether the term is a number. */
  boolean isNumber(int position) {
    return position == UNIT || terms.get(position) instanceof Term.NumberTerm;
  }

  /** The value of a scaled number. */
  double number(Scaled scaled) {
    double coefficient = scaled.coefficient().toDouble();
    return terms.get(scaled.term()) instanceof Term.NumberTerm n
        ? coefficient * n.value()
        : coefficient;
  }

  boolean isNumber(Scaled scaled) {
    return isNumber(scaled.term());
  }
}
