package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import org.metricflows.bridge.internal.numpy.NpzFile;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.w3c.dom.Document;

class ReportCommandTest {

  /** What reaches beyond the page, or beyond a table that should have become narrow. */
  private static final String BEYOND =
      """
      (() => {
        document.querySelectorAll('details').forEach(d => d.open = true);
        const page = document.documentElement.clientWidth;
        const scrolls = e => e && (getComputedStyle(e).overflowX != 'visible' || scrolls(e.parentElement));
        return [...document.querySelectorAll('body *')]
          .filter(e => e.matches('.scroll:has(.stacking)')
            ? e.scrollWidth > e.clientWidth
            : e.getBoundingClientRect().right > page + 1 && !scrolls(e.parentElement))
          .map(e => e.outerHTML.slice(0, 200));
      })()
      """;

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

  private static final String CUBIC =
      """
      title: A cubic curve
      variety: {ambient: [2], equations: ["z0^3+z1^3+z2^3"]}
      metric: {ansatz: kahler-potential, features: invariant}
      network: {hidden_layers: [8], activation: gelu, seed: 1}
      sample: {count: 200, held_out: 100, seed: 1}
      loss: {name: monge-ampere, power: 2}
      training: {method: adam, epochs: 2, batch: 50, record: 1}
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
    String csv = csv(html, "volume");
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

  /** Curves of σ have their errors, and the distribution of q/κ is that of fresh points. */
  @Test
  void varietiesHaveLearningCurvesAndRatios() throws Exception {
    String html = page(run("cubic", CUBIC, "--report"));
    assertThat(html).contains("Learning curves", "Distribution of q/κ", "h6m-3 0V");
    String shares = csv(html, "Distribution-of-q");
    double[] columns =
        shares.lines().skip(1).mapToDouble(l -> Double.parseDouble(l.split(",")[2])).toArray();
    // the last point but ends the last column; heights are shares of the whole
    assertThat(Arrays.stream(columns).sum()).isCloseTo(1, within(1e-12));
  }

  /** What a link that saves a file holds. */
  private static String csv(String html, String name) {
    int at = html.indexOf("download=\"" + name + ".csv\"");
    int from = html.indexOf("base64,", at) + 7;
    String data = html.substring(from, html.indexOf('"', from));
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }

  /**
   * A thousand records and a grid of 128² points make a page below 5 MB that opens in two seconds.
   */
  @Test
  void largeRunsMakeSmallPages(@TempDir Path profile) throws Exception {
    Path large = Files.createDirectories(folder.resolve("large"));
    Files.copy(torus.resolve("spec.yaml"), large.resolve("spec.yaml"));
    ObjectNode result = (ObjectNode) Json.read(Files.readString(torus.resolve("result.json")));
    ArrayNode records = result.putArray("records");
    Random random = new Random(3);
    for (int k = 0; k < 1000; k++) {
      ObjectNode record = records.addObject().put("t", k * 1e-3);
      for (String name : List.of("loss", "volume", "int_R", "int_R2", "R_min", "R_max")) {
        record.put(name, random.nextGaussian());
      }
    }
    Files.writeString(large.resolve("result.json"), result.toString());
    Files.write(large.resolve("fields.npz"), NpzFile.bytes(fields(128, 24, random)));
    assertThat(Execution.of("report", large.toString()).exitCode()).isZero();
    Path page = large.resolve("report.html");
    assertThat(Files.size(page)).isLessThan(5_000_000);
    Assumptions.assumeTrue(Chromium.program().isPresent(), "no browser here: no page is opened");
    try (Chromium browser = Chromium.start(Chromium.program().get(), profile)) {
      double quickest = Double.POSITIVE_INFINITY; // other processes may hold up one of three
      for (int k = 0; k < 3; k++) {
        quickest = Math.min(quickest, browser.open(page));
      }
      assertThat(quickest).isLessThan(2000);
    }
  }

  private static Map<String, Tensor> fields(int side, int times, Random random) {
    double[] x = new double[2 * side * side];
    for (int p = 0; p < side * side; p++) {
      x[2 * p] = p / side * 2 * Math.PI / side;
      x[2 * p + 1] = p % side * 2 * Math.PI / side;
    }
    int points = side * side;
    double[] g = new double[3 * times * points];
    for (int k = 0; k < g.length; k++) {
      g[k] = (k % 3 == 1 ? 0 : 2) + random.nextDouble();
    }
    double[] curvature = random.doubles((long) times * points, -1, 1).toArray();
    return Map.of(
        "t", Tensor.of(random.doubles(times).sorted().toArray()),
        "x", new Tensor(List.of(points, 2), x),
        "g", new Tensor(List.of(times, points, 3), g),
        "R", new Tensor(List.of(times, points), curvature),
        "ricci_squared", new Tensor(List.of(times, points), curvature));
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
      assertThat(browser.evaluate(BEYOND)).as("beyond a page of width " + width).isEmpty();
    }
  }
}
