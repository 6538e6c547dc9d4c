package org.metricflows.symbolic;

/**
 * Bad input from a person: what field is at fault, what was seen and what is allowed.
 *
 * <p>The message is one sentence, {@code PLACE: FIELD: PROBLEM}; parts that are not known are left
 * out.
 */
public final class InputException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String place;
  private final String field;
  private final String problem;

  private InputException(String place, String field, String problem, Throwable cause) {
    super(join(place, field, problem), cause);
    this.place = place;
    this.field = field;
    this.problem = problem;
  }

  /**
   * Bad input in a field.
   *
   * @param field its dotted path, such as {@code sample.points[3]}, or an option, {@code --at};
   *     empty where no field is at fault
   * @param problem what is wrong with it, for a person
   */
  public static InputException of(String field, String problem) {
    return new InputException("", field, problem, null);
  }

  /** The same problem, said of a place ({@code file} or {@code file:line}), unless it has one. */
  public InputException in(String newPlace) {
    return place.isEmpty() ? new InputException(newPlace, field, problem, this) : this;
  }

  /** The same with what else there is to say, behind the problem. */
  public InputException with(String note) {
    return new InputException(place, field, problem + " (" + note + ")", this);
  }

  /** The same problem of another field. */
  public InputException ofField(String newField) {
    return new InputException(place, newField, problem, this);
  }

  /** Whether it says in which file the field stands. */
  public boolean isPlaced() {
    return !place.isEmpty();
  }

  /** The dotted path of the field, empty where none is at fault. */
  public String field() {
    return field;
  }

  /** What is wrong with it, without place and field. */
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
