package org.metricflows.bridge.internal.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A JVM without the vector module computes the same bits. */
class WithoutVectorModuleTest {

  /** What the other JVM runs: prints a checksum of a program's results. */
  static final class Main {
    private Main() {}

    public static void main(String[] arguments) {
      System.out.print(LaneCount.preferred() + " lanes, " + checksum(new Compiler()));
    }
  }

  private static long checksum(Compiler compiler) {
    Batch batch = Batch.random(9, 3, 300);
    long sum = 0;
    for (double[] element : batch.apply(compiler.compile(RandomDerivations.of(9, 3, 60)))) {
      for (double value : element) {
        sum = 31 * sum + Double.doubleToLongBits(value);
      }
    }
    return sum;
  }

  @Test
  void bitsAgree() throws IOException, InterruptedException {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    String classPath = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(List.of(java, "-cp", classPath, Main.class.getName()))
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    Compiler vectors = new Compiler(LaneCount.preferred(), FormChoice::vector);
    assertThat(printed).isEqualTo("1 lanes, " + checksum(vectors));
  }
}
