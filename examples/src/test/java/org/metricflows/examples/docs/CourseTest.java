package org.metricflows.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.app.internal.cli.CommandLineInterface;
import org.metricflows.app.internal.gallery.Gallery;

/**
 * The course goes through the gallery, and what it quotes of each lesson's short command is what
 * the command says.
 */
class CourseTest {
  private static final Path COURSE = Path.of("../docs/course.md");

  private static final Pattern LESSON = Pattern.compile("(?m)^### (\\d+)\\. (.+)$");
  private static final Pattern QUICK =
      Pattern.compile("\\*In short:\\*\\s+`metricflows ([^`]+)`\\s+says\\s+“([^”]+)”");
  private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]+\\]\\(([^)]+)\\)");
  private static final Pattern NUMBER = Pattern.compile("(± )?([-+]?\\d+(?:\\.\\d+)?(?:e-?\\d+)?)");

  /** Sentences of runs whose exit code is 1. */
  private static final Pattern COMPLAINT =
      Pattern.compile("[Tt]he (run stopped at|check failed:|metric is not positive)");

  /** What differs between machines is less than this, unless an error says otherwise. */
  private static final double SAME = 0.02;

  private static final double ERRORS = 4;
  private static final double ROUNDING = 1e-9;

  @TempDir private Path folder;

  private record Lesson(int number, String title, String text) {
    String command() {
      return quick().group(1).replaceAll("\\s+", " ");
    }

    String claim() {
      return quick().group(2).replaceAll("\\s+", " ");
    }

    private Matcher quick() {
      Matcher matcher = QUICK.matcher(text);
      assertThat(matcher.find()).as("%d. %s has a short command", number, title).isTrue();
      return matcher;
    }

    @Override
    public String toString() {
      return number + ". " + title;
    }
  }

  static List<Lesson> lessons() throws IOException {
    String course = Files.readString(COURSE);
    List<MatchResult> heads = LESSON.matcher(course).results().toList();
    return IntStream.range(0, heads.size())
        .mapToObj(
            i -> {
              MatchResult head = heads.get(i);
              int end = i + 1 < heads.size() ? heads.get(i + 1).start() : course.length();
              return new Lesson(
                  Integer.parseInt(head.group(1)),
                  head.group(2),
                  course.substring(head.end(), end));
            })
        .toList();
  }

  @Test
  void goesThroughTheGalleryInOrder() throws IOException {
    List<Lesson> lessons = lessons();
    assertThat(lessons)
        .extracting(Lesson::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, lessons.size()).boxed().toList());
    assertThat(lessons)
        .extracting(lesson -> lesson.command().split(" ")[1])
        .containsExactlyElementsOf(Gallery.names());
    lessons.forEach(
        lesson -> assertThat(lesson.text()).as(lesson.title()).contains("*See:*", "*Time:*"));
  }

  @Test
  void hasItsPictures() throws IOException {
    List<String> shown =
        PICTURE.matcher(Files.readString(COURSE)).results().map(m -> m.group(1)).toList();
    assertThat(shown).hasSizeGreaterThan(8);
    for (String picture : shown) {
      Path file = COURSE.resolveSibling(picture);
      assertThat(file).isRegularFile();
      assertThat(Files.size(file)).isBetween(500L, 60_000L);
    }
    try (Stream<Path> files = Files.list(COURSE.resolveSibling("pictures/course"))) {
      assertThat(files.map(file -> "pictures/course/" + file.getFileName()))
          .allMatch(shown::contains);
    }
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void saysWhatTheCommandSays(Lesson lesson) {
    List<String> words = new ArrayList<>(List.of(lesson.command().split(" ")));
    if (List.of("run", "sweep").contains(words.get(0))) {
      words.addAll(List.of("--out", folder.resolve("out").toString()));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new CommandLineInterface(print(out), print(err), true)
            .execute(words.toArray(String[]::new));
    String said = out.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    boolean complains = COMPLAINT.matcher(said).find();
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(complains ? 1 : 0);
    compare(lesson.claim(), said);
  }

  /** The words are the same, and the numbers within their errors. */
  private static void compare(String claim, String said) {
    StringBuilder form = new StringBuilder();
    List<MatchResult> numbers = NUMBER.matcher(claim).results().toList();
    int at = 0;
    for (MatchResult number : numbers) {
      form.append(Pattern.quote(claim.substring(at, number.start(2)))).append(NUMBER.pattern());
      at = number.end();
    }
    form.append(Pattern.quote(claim.substring(at)));
    Matcher matcher = Pattern.compile(form.toString()).matcher(said);
    assertThat(matcher.find()).as("«%s» in: %s", claim, said).isTrue();
    for (int i = 0; i < numbers.size(); i++) {
      double claimed = Double.parseDouble(numbers.get(i).group(2));
      double found = Double.parseDouble(matcher.group(2 * i + 2));
      boolean isError = numbers.get(i).group(1) != null;
      boolean hasError = i + 1 < numbers.size() && numbers.get(i + 1).group(1) != null;
      if (isError) {
        assertThat(found).as(claim).isBetween(claimed / ERRORS, claimed * ERRORS);
      } else if (Math.abs(claimed) < ROUNDING) {
        assertThat(Math.abs(found)).as(claim).isLessThan(100 * ROUNDING);
      } else {
        double room =
            hasError
                ? ERRORS * Double.parseDouble(numbers.get(i + 1).group(2))
                : SAME * Math.abs(claimed);
        assertThat(Math.abs(found - claimed)).as(claim).isLessThanOrEqualTo(room);
      }
    }
  }

  private static PrintStream print(ByteArrayOutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
