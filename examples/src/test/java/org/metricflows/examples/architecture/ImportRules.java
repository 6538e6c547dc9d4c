package org.metricflows.examples.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
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
    rules.add(library("org.matheclipse..", "symbolic.internal.door"));
    rules.add(library("org.ejml..", "numeric.internal.hermitian", "numeric.internal.stiff"));
    rules.add(library("org.objectweb.asm..", "bridge.internal.compiler"));
    rules.add(
        library("com.fasterxml.jackson..", "bridge.internal.spec", "bridge.internal.run", "app"));
    rules.add(
        library("org.yaml.snakeyaml..", "bridge.internal.spec", "bridge.internal.run", "app"));
    rules.add(library("picocli..", "app"));
    rules.add(spaces());
    rules.addAll(face());
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
    String geometry = base + ".bridge.internal.geometry";
    return noClasses()
        .that()
        .resideOutsideOfPackage(geometry)
        .should()
        .dependOnClassesThat(
            resideInAPackage(geometry)
                .and(simpleNameEndingWith("Geometry"))
                .and(not(simpleName("Geometry"))));
  }

  /**
   * What users see, all that is public outside of packages named internal, mentions no internals.
   */
  private List<ArchRule> face() {
    DescribedPredicate<JavaClass> hidden = resideInAPackage(base + ".*.internal..");
    DescribedPredicate<JavaClass> seen =
        resideInAnyPackage(packages("symbolic", "numeric", "bridge"))
            .and(not(hidden))
            .and(modifier(JavaModifier.PUBLIC));
    return List.of(
        noMethods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(seen)
            .should()
            .haveRawReturnType(hidden)
            .orShould()
            .haveRawParameterTypes(anyElementThat(hidden)),
        noConstructors()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(seen)
            .should()
            .haveRawParameterTypes(anyElementThat(hidden)));
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
