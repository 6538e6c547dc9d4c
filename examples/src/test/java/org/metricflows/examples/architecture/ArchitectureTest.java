package org.metricflows.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
  private static final String HOUSE = "org.metricflows";

  /** A small house in which every rule is broken. */
  private static final String MIRROR = HOUSE + ".examples.architecture.mirror";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(HOUSE);

  private static final JavaClasses MIRROR_CLASSES = new ClassFileImporter().importPackages(MIRROR);

  static List<ArchRule> houseRules() {
    return new ImportRules(HOUSE).all();
  }

  static List<ArchRule> mirrorRules() {
    return new ImportRules(MIRROR).all();
  }

  @ParameterizedTest
  @MethodSource("houseRules")
  void holdsInTheHouse(ArchRule rule) {
    rule.check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("mirrorRules")
  void failsInTheMirror(ArchRule rule) {
    assertThat(rule.evaluate(MIRROR_CLASSES).hasViolation()).isTrue();
  }

  @Test
  void modulesAreSeen() {
    assertThat(CLASSES.stream().map(ArchitectureTest::module).collect(Collectors.toSet()))
        .contains("numeric");
  }

  private static String module(JavaClass type) {
    return type.getPackageName().split("\\.")[2];
  }
}
