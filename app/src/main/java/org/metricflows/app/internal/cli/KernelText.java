package org.metricflows.app.internal.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the command kernel found, for a person. */
final class KernelText {
  private final Map<String, Object> document;

  KernelText(Map<String, Object> document) {
    this.document = document;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("activation ").append(document.get("activation"));
    text.append(", hidden layers ").append(document.get("hidden_layers"));
    text.append(", weight_std ").append(document.get("weight_std"));
    text.append(", bias_std ").append(document.get("bias_std")).append("\n\n");
    ((List<?>) document.get("closed_form")).forEach(line -> text.append(line).append('\n'));
    if (document.containsKey("ntk")) {
      text.append('\n').append(values());
    }
    return text.toString();
  }

  private String values() {
    TextTable table = new TextTable();
    table.row("x", point("x")).row("x'", point("x_prime"));
    table.row("NNGP", number("nngp")).row("NTK", number("ntk"));
    StringBuilder text = new StringBuilder(table.toString());
    Map<?, ?> jets = (Map<?, ?>) document.get("ntk_jets");
    if (!jets.isEmpty()) {
      TextTable derivatives = new TextTable();
      jets.forEach(
          (key, value) -> {
            if (!key.toString().matches(".*d0_xp?([2-9].*|1 d0.*)")) {
              derivatives.row(plain(key.toString()), Numbers.text((Double) value));
            }
          });
      text.append("\nderivatives of the NTK\n").append(derivatives);
    }
    if ((Double) document.get("error_estimate") > 0) {
      text.append("\nquadrature, relative error about ")
          .append(Numbers.brief((Double) document.get("error_estimate")))
          .append('\n');
    }
    return text.toString();
  }

  /** The key without what is not derived. */
  private static String plain(String key) {
    return key.replaceAll("d0_xp?1 ?", "").strip();
  }

  private String point(String key) {
    return Arrays.stream((double[]) document.get(key))
        .mapToObj(Numbers::text)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String number(String key) {
    return Numbers.text((Double) document.get(key));
  }
}
