package org.metricflows.examples.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rules of the house: who may import whom, and what no class may do.
 *
 * @param base the package whose sub-packages are the modules
 */
record ImportRules(String base) {

  List<ArchRule> all() {
    List<ArchRule> rules = new ArrayList<>();
    rules.add(module("symbolic", "numeric", "bridge", "proofs", "app", "examples"));
    rules.add(module("numeric", "symbolic", "bridge", "proofs", "app", "examples"));
    rules.add(module("bridge", "proofs", "app", "examples"));
    rules.add(module("proofs", "app", "examples"));
    rules.add(module("app", "examples"));
    rules.add(library("org.matheclipse..", "symbolic.door"));
    rules.add(library("org.ejml..", "numeric.hermitian"));
    rules.add(library("org.objectweb.asm..", "bridge.compiler"));
    rules.add(library("com.fasterxml.jackson..", "bridge.spec", "bridge.run", "app"));
    rules.add(library("org.yaml.snakeyaml..", "bridge.spec", "bridge.run", "app"));
    rules.add(library("picocli..", "app"));
    rules.add(spaces());
    rules.add(slices().matching(base + ".(**)").should().beFreeOfCycles());
    rules.add(fields().that().areStatic().should().beFinal());
    rules.add(
        noClasses().that().resideOutsideOfPackage(base + ".app..").should(ACCESS_STANDARD_STREAMS));
    return rules.stream().map(rule -> rule.allowEmptyShould(true)).toList();
  }

  /** Classes of the module know none of the forbidden ones. */
  private ArchRule module(String name, String... forbidden) {
    return noClasses()
        .that()
        .resideInAPackage(base + "." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(forbidden));
  }

  /** Nothing outside their package names one of the spaces; their list is asked. */
  private ArchRule spaces() {
    String geometry = base + ".bridge.geometry";
    return noClasses()
        .that()
        .resideOutsideOfPackage(geometry)
        .should()
        .dependOnClassesThat(
            resideInAPackage(geometry)
                .and(simpleNameEndingWith("Geometry"))
                .and(not(simpleName("Geometry"))));
  }

  /** A library is used in the given packages and nowhere else. */
  private ArchRule library(String library, String... allowed) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages(allowed))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private String[] packages(String... names) {
    return Arrays.stream(names).map(name -> base + "." + name + "..").toArray(String[]::new);
  }
}
