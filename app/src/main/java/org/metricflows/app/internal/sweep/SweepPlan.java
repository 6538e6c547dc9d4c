package org.metricflows.app.internal.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metricflows.bridge.internal.spec.SweepAxis;

/**
 * What runs a sweep has, and what is measured of them; the file plan.json of its folder.
 *
 * @param title of the spec
 * @param axes the keys swept
 * @param measures as written; empty for all there is
 * @param members one a combination of values, the last key running fastest
 */
public record SweepPlan(
    String title, List<SweepAxis> axes, List<String> measures, List<Member> members) {

  /** Copies its arguments. */
  public SweepPlan {
    axes = List.copyOf(axes);
    measures = List.copyOf(measures);
    members = List.copyOf(members);
  }

  /**
   * One combination.
   *
   * @param name of its run
   * @param at which value of each axis, from 0
   * @param reference the name of the run it is compared with, empty if there is none
   */
  public record Member(String name, List<Integer> at, String reference) {
    /** Copies its arguments. */
    public Member {
      at = List.copyOf(at);
    }

    private Map<String, Object> toTree() {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("name", name);
      tree.put("at", at);
      tree.put("reference", reference);
      return tree;
    }
  }

  /** What plan.json holds, as a tree of maps, lists, texts and numbers. */
  Map<String, Object> toTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("title", title);
    tree.put("axes", axes.stream().map(SweepPlan::tree).toList());
    tree.put("measures", measures);
    tree.put("members", members.stream().map(Member::toTree).toList());
    return tree;
  }

  private static Map<String, Object> tree(SweepAxis axis) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("key", axis.key());
    tree.put("values", axis.values());
    return tree;
  }

  /** The names of all runs: references first, of which the members may be some. */
  public Set<String> runs() {
    Set<String> names = new LinkedHashSet<>();
    members.stream().map(Member::reference).filter(r -> !r.isEmpty()).forEach(names::add);
    members.stream().map(Member::name).forEach(names::add);
    return names;
  }

  /** The axes that the table keeps, by their index; seeds are averaged over. */
  public List<Integer> tabulated() {
    return IntStream.range(0, axes.size()).filter(i -> !axes.get(i).isSeed()).boxed().toList();
  }

  /** The members by rows of the table, which differ in nothing but seeds. */
  public List<List<Member>> rows() {
    return List.copyOf(
        members.stream()
            .collect(
                Collectors.groupingBy(
                    member -> tabulated().stream().map(member.at()::get).toList(),
                    LinkedHashMap::new,
                    Collectors.toList()))
            .values());
  }

  /** A combination in words: {@code network.width: 16, network.seed: 1}. */
  static String words(List<SweepAxis> axes, List<Integer> at) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      words.add(axes.get(i).key() + ": " + axes.get(i).values().get(at.get(i)));
    }
    return String.join(", ", words);
  }
}
