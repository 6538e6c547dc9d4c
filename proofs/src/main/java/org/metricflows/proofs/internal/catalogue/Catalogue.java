package org.metricflows.proofs.internal.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metricflows.proofs.internal.program.Programs;
import org.metricflows.proofs.internal.program.RotationalPrograms;
import org.metricflows.proofs.internal.theorem.Theorem;
import org.metricflows.proofs.internal.wick.MeanKernels;

/** A list of theorems with distinct names. */
public record Catalogue(List<Theorem> theorems) {

  public Catalogue {
    theorems = List.copyOf(theorems);
    long names = theorems.stream().map(Theorem::name).distinct().count();
    if (names < theorems.size()) {
      throw new IllegalArgumentException("catalogue: two theorems have the same name");
    }
  }

  /** All theorems of the project. */
  public static Catalogue standard() {
    List<Theorem> all = new ArrayList<>();
    all.addAll(Curvature.theorems());
    all.addAll(Variations.theorems());
    all.addAll(Perelman.theorems());
    all.addAll(RicciFlow.theorems());
    all.addAll(Families.theorems());
    all.addAll(ExactSolutions.theorems());
    all.addAll(Frames.theorems());
    all.addAll(Locality.theorems());
    all.addAll(Networks.theorems());
    all.addAll(Kernels.theorems());
    all.addAll(MeanKernels.theorems());
    all.addAll(Programs.theorems());
    all.addAll(RotationalPrograms.theorems());
    return new Catalogue(all);
  }

  /** The names of the theorems, in order. */
  public List<String> names() {
    return theorems.stream().map(Theorem::name).toList();
  }

  /** The theorem of a name. */
  public Optional<Theorem> find(String name) {
    return theorems.stream().filter(t -> t.name().equals(name)).findFirst();
  }

  /** The same catalogue with one more theorem. */
  public Catalogue with(Theorem theorem) {
    List<Theorem> more = new ArrayList<>(theorems);
    more.add(theorem);
    return new Catalogue(more);
  }
}
