package org.metricflows.app.internal.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.proofs.internal.theorem.Certificate;
import org.metricflows.proofs.internal.theorem.Theorem;
import org.metricflows.proofs.internal.theorem.Verdict;
import org.metricflows.proofs.internal.witness.Witness;

/** Theorems and verdicts as trees for JSON. */
final class ProveJson {
  private ProveJson() {}

  static Map<String, Object> theorem(Theorem theorem) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", theorem.name());
    tree.put("title", theorem.title());
    tree.put("dimensions", theorem.dimensions());
    return tree;
  }

  static Map<String, Object> certificate(Verdict verdict) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", verdict.theorem().name());
    tree.put("title", verdict.theorem().title());
    tree.put("statement", verdict.latex());
    tree.put("dimension", verdict.dimension());
    tree.put("method", verdict.method());
    tree.put("bound", verdict.bound());
    tree.put("seed", verdict.seed());
    tree.put("twin_refuted", verdict.twinRefuted());
    tree.put("verified", verdict.verified());
    verdict.witness().ifPresent(w -> tree.put("witness", witness(w)));
    tree.put("seconds", verdict.seconds());
    tree.put("claims", verdict.findings().stream().map(ProveJson::finding).toList());
    return tree;
  }

  private static Map<String, Object> finding(Verdict.Finding finding) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("statement", finding.claim().statement().latex());
    tree.put("definitions", List.copyOf(finding.claim().statement().lines()));
    tree.put("method", finding.statement().method());
    if (finding.statement() instanceof Certificate.SchwartzZippel test) {
      tree.put("degree", test.degree());
      tree.put("trials", test.trials());
    }
    tree.put("bound", finding.statement().bound());
    tree.put("twin", finding.claim().twin().latex());
    tree.put("twin_refuted", finding.twinRefuted());
    finding.witness().ifPresent(w -> tree.put("witness", witness(w)));
    finding.twinWitness().ifPresent(w -> tree.put("twin_witness", witness(w)));
    return tree;
  }

  private static Map<String, Object> witness(Witness witness) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("points", witness.points());
    tree.put("max_relative_error", witness.maxRelativeError());
    tree.put("bound", witness.bound());
    tree.put("holds", witness.holds());
    return tree;
  }
}
