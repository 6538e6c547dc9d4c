package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricflows.app.internal.report.Chromium;
import org.w3c.dom.Document;

class ReportCommandTest {

  /** A title that would like to be markup. */
  private static final String TITLE = "<img src=x onerror='window.injected=1'> & \\\"torus\\\"";

  /** A torus of revolution, which Ricci flow makes thinner at the outside. */
  private static final String TORUS =
      """
      title: "%s"
      chart: {coordinates: [u, v], periodic: {u: 2*Pi, v: 2*Pi}}
      metric: {ansatz: additive, background: [["4", "0"], ["0", "(3+cos(u))^2"]]}
      sample: {grid: [16, 16]}
      flow: {equation: ricci, time: 0.2, record: [0, 0.1, 0.2]}
      test_points: [[0, 0]]
      observe: [volume, R_min, R_max]
      """;

  private static final String SPHERES =
      """
      title: Spheres
      rotational: {dimension: 3, radius: "sin(x)", points: 16}
      flow: {equation: ricci, time: 0.1, record: [0, 0.05, 0.1]}
      compare: {surface: {rotational.dimension: 2}, three: {rotational.dimension: 3}}
      """;

  @TempDir static Path folder;

  private static Path torus;
  private static Path spheres;

  @BeforeAll
  static void runs() throws Exception {
    torus = run("torus", TORUS.formatted(TITLE), "--report");
    spheres = run("spheres", SPHERES);
    assertThat(Execution.of("report", spheres.toString()).exitCode()).isZero();
  }

  private static Path run(String name, String spec, String... options) throws Exception {
    Path file = folder.resolve(name + ".yaml");
    Files.writeString(file, spec);
    Path out = folder.resolve(name);
    Execution execution =
        Execution.of(
            Stream.concat(
                    Stream.of("run", file.toString(), "--out", out.toString()), Stream.of(options))
                .toArray(String[]::new));
    assertThat(execution.exitCode()).as(execution.err()).isZero();
    return out;
  }

  private static String page(Path run) throws Exception {
    return Files.readString(run.resolve("report.html"));
  }

  /** Whatever the title says, it is text; nothing is fetched from anywhere. */
  @Test
  void pagesStandAlone() throws Exception {
    String html = page(torus);
    assertThat(html)
        .contains(
            "<h1>&lt;img src=x onerror=&#39;window.injected=1&#39;&gt; &amp; &quot;torus&quot;</h1>")
        .doesNotContain("<img")
        .doesNotContain("<link")
        .doesNotContainPattern("<\\w[^<>]* src=")
        .doesNotContain("@import")
        .doesNotContain("url(");
    assertThat(html.replace("http://www.w3.org/1998/Math/MathML", "")).doesNotContain("http");
  }

  @Test
  void pagesHoldEveryChapter() throws Exception {
    assertThat(page(torus))
        .contains("<math", "id='maps'", "id='surface'", "id='series'", "id='end'")
        .contains("id='checks'", "✓ holds", "id='spec'", "id='again'", "metricflows run torus.yaml")
        .contains("R_max</code>: the greatest R over the sample points");
    assertThat(page(spheres))
        .contains("id='profiles'", "The runs differ in these keys", "rotational.dimension");
  }

  /** The numbers behind a figure are a link away: those of series.csv. */
  @Test
  void figuresHaveTheirNumbers() throws Exception {
    String html = page(torus);
    int at = html.indexOf("download=\"volume.csv\"");
    String data =
        html.substring(
            html.indexOf("base64,", at) + 7, html.indexOf("\"", html.indexOf("base64,", at)));
    String csv = new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    JsonNode result = Json.read(Files.readString(torus.resolve("result.json")));
    assertThat(csv.lines().skip(1))
        .containsExactlyElementsOf(
            result.path("records").findValues("volume").stream()
                .map(v -> "volume," + times(result, v) + "," + v.asDouble())
                .toList());
  }

  private static double times(JsonNode result, JsonNode volume) {
    for (JsonNode record : result.path("records")) {
      if (record.path("volume") == volume) {
        return record.path("t").asDouble();
      }
    }
    throw new AssertionError(volume);
  }

  @Test
  void severalFoldersStandSideBySide() throws Exception {
    Path out = folder.resolve("both.html");
    Execution execution =
        Execution.of(
            "report", spheres.toString(), torus.toString(), "--out", out.toString(), "--json");
    assertThat(execution.exitCode()).as(execution.err()).isZero();
    assertThat(Json.read(execution.out()).path("report").asText()).isEqualTo(out.toString());
    assertThat(Files.readString(out)).contains("spheres/surface", "spheres/three", "torus");
  }

  @Test
  void foldersWithoutRunsAreBadInput() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(Execution.of("report", empty.toString()))
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(2))
        .satisfies(e -> assertThat(e.err()).contains("holds no run"));
    Path begun = Files.createDirectories(folder.resolve("begun"));
    Files.copy(torus.resolve("spec.yaml"), begun.resolve("spec.yaml"));
    assertThat(Execution.of("report", begun.toString()).err()).contains("unfinished");
    assertThat(begun.resolve("report.html")).doesNotExist();
  }

  /** A picture a record, over and over; the pictures differ, because the flow moves. */
  @Test
  void filmsHaveAPictureARecord() throws Exception {
    Path gif = film("torus.gif", torus);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(3);
      int[][] pixels = new int[2][];
      for (int k = 0; k < 2; k++) {
        BufferedImage image = reader.read(2 * k);
        pixels[k] = image.getRGB(0, 60, image.getWidth(), 300, null, 0, image.getWidth());
      }
      assertThat(pixels[0]).isNotEqualTo(pixels[1]);
    }
    assertThat(new String(Files.readAllBytes(gif), StandardCharsets.ISO_8859_1))
        .startsWith("GIF89a")
        .contains("NETSCAPE2.0");
  }

  @Test
  void filmsAsSvgShowOnePictureAtATime() throws Exception {
    Path svg = film("spheres.svg", spheres);
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
    assertThat(document.getElementsByTagName("g").getLength()).isEqualTo(3);
    assertThat(document.getElementsByTagName("text").item(1).getTextContent())
        .isEqualTo("t = 0.05");
    assertThat(Files.readString(svg))
        .containsOnlyOnce("values='visible;hidden' keyTimes='0;0.33333'")
        .containsOnlyOnce("values='hidden;visible;hidden' keyTimes='0;0.33333;0.66667'")
        .containsOnlyOnce("values='hidden;visible' keyTimes='0;0.66667'");
  }

  private static Path film(String name, Path run) {
    Path film = folder.resolve(name);
    Path page = folder.resolve(name + ".html");
    Execution execution =
        Execution.of(
            "report", run.toString(), "--out", page.toString(), "--animation", film.toString());
    assertThat(execution.exitCode()).as(execution.err()).isZero();
    return film;
  }

  @Test
  void filmsOfOtherKindsAreRefused() {
    Execution execution =
        Execution.of("report", torus.toString(), "--animation", folder.resolve("a.mp4").toString());
    assertThat(execution.exitCode()).isEqualTo(2);
    assertThat(execution.err()).contains("should end in .gif or .svg");
  }

  /** A real browser shows the formulas, moves the pictures, and has nothing to complain of. */
  @Test
  void browsersShowIt(@TempDir Path profile) throws Exception {
    Assumptions.assumeTrue(
        Chromium.program().isPresent(), "no browser here: pages are not opened in this build");
    try (Chromium browser = Chromium.start(Chromium.program().get(), profile)) {
      for (Path run : List.of(torus, spheres)) {
        browser.open(run.resolve("report.html"));
        formulasHaveSizes(browser);
        slidersMovePictures(browser);
        keysTurnSurfaces(browser);
        themesDiffer(browser);
        nothingIsTooWide(browser);
        assertThat(browser.evaluate("'injected' in window").asBoolean()).isFalse();
        assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
        assertThat(browser.events("Runtime.consoleAPICalled")).isEmpty();
        assertThat(browser.events("Log.entryAdded")).isEmpty();
        assertThat(browser.events("Network.requestWillBeSent"))
            .extracting(e -> e.path("request").path("url").asText())
            .containsExactly(run.resolve("report.html").toUri().toString());
      }
    }
  }

  private static void formulasHaveSizes(Chromium browser) throws Exception {
    JsonNode sizes =
        browser.evaluate(
            "[...document.querySelectorAll('.document > section math')].map(m => {"
                + "const b = m.getBoundingClientRect(); return Math.min(b.width, b.height)})");
    assertThat(sizes).isNotEmpty().allMatch(size -> size.asDouble() > 5);
  }

  private static void slidersMovePictures(Chromium browser) throws Exception {
    String changed =
        "[...document.querySelectorAll('figure.map, figure.surface')].map(f => {"
            + "const c = f.querySelector('canvas'), s = f.querySelector('input[type=range]');"
            + "const before = [c.toDataURL(), c.ariaLabel, f.querySelector('output').textContent];"
            + "s.value = s.max; s.dispatchEvent(new Event('input'));"
            + "const after = [c.toDataURL(), c.ariaLabel, f.querySelector('output').textContent];"
            + "return before.every((b, i) => b !== after[i])})";
    assertThat(browser.evaluate(changed)).isNotEmpty().allMatch(JsonNode::asBoolean);
  }

  private static void keysTurnSurfaces(Chromium browser) throws Exception {
    for (String key : List.of("ArrowLeft", "ArrowUp", "+")) {
      String changed =
          "(() => {const c = document.querySelector('figure.surface canvas'), before = c.toDataURL();"
              + "c.dispatchEvent(new KeyboardEvent('keydown', {key: '%s'}));"
              + "return before !== c.toDataURL()})()";
      assertThat(browser.evaluate(changed.formatted(key)).asBoolean()).as(key).isTrue();
    }
  }

  private static void themesDiffer(Chromium browser) throws Exception {
    String colour = "getComputedStyle(document.body).backgroundColor";
    String before = browser.evaluate(colour).asText();
    browser.evaluate("document.getElementById('theme').click()");
    assertThat(browser.evaluate(colour).asText()).isNotEqualTo(before);
  }

  /** At the width of a telephone nothing reaches beyond the page. */
  private static void nothingIsTooWide(Chromium browser) throws Exception {
    for (int width : List.of(400, 1400)) {
      browser.call(
          "Emulation.setDeviceMetricsOverride",
          Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
      assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
          .isLessThanOrEqualTo(width);
    }
  }
}
