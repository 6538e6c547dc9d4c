package org.metricflows.app.internal.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are written with the digits that their errors leave them. */
class MeasuredTest {

  @ParameterizedTest
  @CsvSource({
    "11.7634512, 0.0312, 11.76 ± 0.03",
    "11.7634512, 0.0152, 11.763 ± 0.015",
    "0.00303, 0.00012, 0.00303 ± 0.00012",
    "0.025135733, 9.539e-6, 0.02514 ± 0.00001",
    "0.0302, 0.0096, 0.03 ± 0.01",
    "-0.5041, 0.0207, -0.50 ± 0.02",
    "9.42e-11, 3.3e-12, (9.4 ± 0.3)e-11",
    "1234567, 4321, (1.235 ± 0.004)e6",
    "0, 0.5, 0.0 ± 0.5",
    "283.785366, 0, 283.8",
    "0.2286948659, NaN, 0.2287",
    "43.19152507852122, NaN, 43.19",
    "9.424361e-11, NaN, 9.4e-11",
    "115469941.2, NaN, 1.155e8",
    "0.00002, NaN, 2e-5",
    "0, NaN, 0",
    "NaN, NaN, NaN"
  })
  void hasTheDigitsItsErrorLeaves(double value, double error, String text) {
    assertThat(new Measured(value, error)).hasToString(text);
  }
}
