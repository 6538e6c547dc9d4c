package org.metricflows.app.internal.cli;

import java.util.Map;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    Map<String, Object> versions = Versions.all();
    return new String[] {
      "metricflows " + versions.get("metric-flows"), "Java " + versions.get("java")
    };
  }
}
