package org.metricflows.bridge.spec;

/**
 * Bad input in a spec: one sentence that names the field, the value seen and what is allowed.
 *
 * <p>The message reads {@code FILE:LINE: FIELD: PROBLEM}; the parts that are not known are left
 * out.
 */
public final class SpecException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String place;
  private final String field;
  private final String problem;

  private SpecException(String place, String field, String problem, Throwable cause) {
    super(join(place, field, problem), cause);
    this.place = place;
    this.field = field;
    this.problem = problem;
  }

  /** Bad input in the given field (dotted path, e.g. {@code sample.points[3]}). */
  public static SpecException of(String field, String problem) {
    return new SpecException("", field, problem, null);
  }

  static SpecException at(Location place, String field, String problem) {
    return new SpecException(place.toString(), field, problem, null);
  }

  /** The same problem, said of a place ({@code file} or {@code file:line}), unless it has one. */
  public SpecException in(String newPlace) {
    return place.isEmpty() ? new SpecException(newPlace, field, problem, this) : this;
  }

  /** The same with what else there is to say, behind the problem. */
  public SpecException with(String note) {
    return new SpecException(place, field, problem + " (" + note + ")", this);
  }

  /** The dotted path of the field, empty where the file as a whole is at fault. */
  public String field() {
    return field;
  }

  /** What is wrong with it, without file and field. */
  public String problem() {
    return problem;
  }

  private static String join(String place, String field, String problem) {
    StringBuilder text = new StringBuilder();
    for (String part : new String[] {place, field}) {
      if (!part.isEmpty()) {
        text.append(part).append(": ");
      }
    }
    return text.append(problem).toString();
  }
}
