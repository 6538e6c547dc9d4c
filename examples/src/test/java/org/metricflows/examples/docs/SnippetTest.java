package org.metricflows.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages show is what the program does: their Java runs, their links and specs are there.
 */
class SnippetTest {
  private static final Path HOUSE = Path.of("..");
  private static final String LIBRARY =
      "bridge/src/main/java/org/metricflows/bridge/library/package-info.java";
  private static final String LIBRARY_IMPORTS =
      "import java.util.*;\nimport org.metricflows.bridge.library.*;\n"
          + "import org.metricflows.symbolic.loss.Loss;\n";
  private static final Pattern FENCED = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern QUOTED =
      Pattern.compile("\\{@code\\n((?: \\* .*\\n)+) \\* }", Pattern.MULTILINE);
  private static final Pattern BLOCK =
      Pattern.compile("<pre>\\{@code\\n((?: \\* .*\\n| \\*\\n)+?) \\* }</pre>");

  /** Not statements: a spec, a grammar, a member of a class. */
  private static final Pattern OTHER =
      Pattern.compile("\\s*(network:|sweep:|compare:|equation |static final)");

  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");
  private static final Pattern SPEC = Pattern.compile("examples/gallery/[a-z0-9-]+\\.yaml");

  @TempDir private Path classes;

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(HOUSE.resolve("docs"))) {
      return Stream.concat(
          Stream.of(HOUSE.resolve("README.md"), HOUSE.resolve("CONTRIBUTING.md")),
          docs.filter(page -> page.toString().endsWith(".md")).sorted().toList().stream());
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void itsJavaRuns(Path page) throws Exception {
    for (String snippet : all(FENCED, Files.readString(page))) {
      run(page.getFileName().toString(), snippet);
    }
  }

  @Test
  void theLibrarysPageRuns() throws Exception {
    Path page = HOUSE.resolve(LIBRARY);
    List<String> snippets = all(QUOTED, Files.readString(page));
    assertThat(snippets).isNotEmpty();
    for (String snippet : snippets) {
      run(page.toString(), snippet.replaceAll("(?m)^ \\* ", ""));
    }
  }

  /** The pages of packages whose example stands alone, beside the packages it takes from. */
  @ParameterizedTest
  @CsvSource({
    "numeric/internal/kernel/jet, numeric.internal.simd",
    "numeric/internal/kernel/quadrature, numeric.internal.kernel.jet",
    "proofs/internal/algebra, symbolic.expression",
    "symbolic/derivation, symbolic.expression",
    "symbolic/internal/door, symbolic.expression",
    "symbolic/expression, symbolic.derivation",
    "symbolic/geometry, symbolic.derivation symbolic.expression",
    "symbolic/internal/kahler, symbolic.derivation",
    "symbolic/internal/kernel, symbolic.expression",
    "symbolic/loss, symbolic.network",
    "symbolic/network, symbolic.derivation",
    "symbolic/internal/rotational, symbolic.derivation",
    "symbolic/internal/variation, symbolic.derivation symbolic.expression",
    "symbolic/internal/variety, symbolic.derivation",
  })
  void aPackagesExampleRuns(String name, String others) throws Exception {
    String module = name.substring(0, name.indexOf('/'));
    Path page =
        HOUSE.resolve(module + "/src/main/java/org/metricflows/" + name + "/package-info.java");
    List<String> snippets = all(QUOTED, Files.readString(page));
    assertThat(snippets).isNotEmpty();
    String packages = "java.util java.time org.metricflows." + name.replace('/', '.');
    for (String other : others.split(" ")) {
      packages += " org.metricflows." + other;
    }
    String imports = "import " + packages.replace(" ", ".*;\nimport ") + ".*;\n";
    for (String snippet : snippets) {
      run(page.toString(), imports, snippet.replaceAll("(?m)^ \\* ", ""));
    }
  }

  static Stream<Arguments> given() throws IOException {
    try (InputStream in = SnippetTest.class.getResourceAsStream("given.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("\\|", -1))
              .map(cells -> Arguments.of(cells[0].strip(), cells[1].strip(), cells[2].strip()))
              .toList()
              .stream();
    }
  }

  /** The pages whose example takes something as given compile with it. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("given")
  void aPackagesExampleCompiles(String name, String parameters, String others) throws Exception {
    String module = name.substring(0, name.indexOf('/'));
    Path page =
        HOUSE.resolve(module + "/src/main/java/org/metricflows/" + name + "/package-info.java");
    StringBuilder imports =
        new StringBuilder("import java.util.*; import java.time.*; import java.nio.file.*;\n");
    imports.append("import org.metricflows.").append(name.replace('/', '.')).append(".*;\n");
    Stream.of(others.split(" "))
        .filter(o -> !o.isEmpty())
        .map(SnippetTest::imported)
        .forEach(imports::append);
    List<String> snippets =
        all(BLOCK, Files.readString(page)).stream()
            .map(snippet -> snippet.replaceAll("(?m)^ \\* ?", ""))
            .filter(snippet -> !OTHER.matcher(snippet).lookingAt())
            .toList();
    assertThat(snippets).isNotEmpty();
    for (String snippet : snippets) {
      String program =
          imports
              + "public class Snippet { static void page("
              + parameters
              + ") throws Exception {\n"
              + snippet
              + "}}\n";
      compile(page.toString(), program);
    }
  }

  /** A class by its name, or all of a package. */
  private static String imported(String other) {
    String type = other.startsWith("com.") ? other : "org.metricflows." + other;
    boolean isClass = Character.isUpperCase(type.charAt(type.lastIndexOf('.') + 1));
    return "import " + type + (isClass ? ";\n" : ".*;\n");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void itsLinksAndSpecsAreThere(Path page) throws IOException {
    String text = Files.readString(page);
    for (String link : all(LINK, text)) {
      assertThat(page.resolveSibling(link)).exists();
    }
    Matcher specs = SPEC.matcher(text);
    while (specs.find()) {
      assertThat(HOUSE.resolve(specs.group())).exists();
    }
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }

  private void run(String place, String snippet) throws Exception {
    run(place, LIBRARY_IMPORTS, snippet);
  }

  private void run(String place, String imports, String snippet) throws Exception {
    String program =
        imports
            + "public class Snippet { public static void main(String[] arguments) {\n"
            + snippet
            + "}}\n";
    compile(place, program);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      loader
          .loadClass("Snippet")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    }
  }

  private void compile(String place, String program) throws IOException {
    Path source = Files.writeString(classes.resolve("Snippet.java"), program);
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  new OutputStreamWriter(complaints, StandardCharsets.UTF_8),
                  files,
                  null,
                  List.of("-d", classes.toString(), "-proc:none", "-cp", classPath()),
                  null,
                  files.getJavaFileObjects(source))
              .call();
      assertThat(compiled).as(place + "\n" + complaints.toString(StandardCharsets.UTF_8)).isTrue();
    }
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
