package org.metricflows.app.internal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The versions of what made a result, as the build wrote them down. */
final class Versions {
  private Versions() {}

  /** Of this program, of its libraries and of Java. */
  static Map<String, Object> all() {
    Properties properties = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the versions cannot be read", e);
    }
    Map<String, Object> versions = new LinkedHashMap<>();
    versions.put("metric-flows", properties.getProperty("version"));
    versions.put("hipparchus", properties.getProperty("hipparchus"));
    versions.put("symja", properties.getProperty("symja"));
    versions.put("java", System.getProperty("java.version"));
    return versions;
  }
}
