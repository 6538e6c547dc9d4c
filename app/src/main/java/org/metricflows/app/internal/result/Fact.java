package org.metricflows.app.internal.result;

/**
 * One thing that a run has found, as the part of a sentence.
 *
 * @param subject what it is about: {@code σ}
 * @param predicate what the run alone says of it: {@code fell from 0.37 to 0.01}
 * @param verb what stands between subject and value when runs are told side by side: {@code ends
 *     at}
 * @param value that of this run
 * @param certain whether it is said however much else there is to say
 */
record Fact(String subject, String predicate, String verb, String value, boolean certain) {

  /** Of an observable's course. */
  static Fact of(String subject, Course course) {
    return new Fact(subject, course.words(), "ends at", course.last().toString(), false);
  }

  /** A value that is said as {@code subject verb value}. */
  static Fact of(String subject, String verb, String value) {
    return new Fact(subject, verb + " " + value, verb, value, true);
  }
}
