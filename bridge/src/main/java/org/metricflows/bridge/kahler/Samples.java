package org.metricflows.bridge.kahler;

import org.metricflows.bridge.compiler.Compiler;
import org.metricflows.bridge.spec.CalabiYauSpec;
import org.metricflows.bridge.spec.VarietySampleSpec;
import org.metricflows.bridge.spec.VarietySpec;
import org.metricflows.bridge.variety.CompiledVariety;
import org.metricflows.numeric.variety.VarietySample;
import org.metricflows.numeric.variety.VarietySampler;
import org.metricflows.symbolic.variety.Variety;

/** The sample of a spec. */
final class Samples {

  private Samples() {}

  static VarietySample of(CalabiYauSpec spec, Compiler compiler) {
    VarietySpec written = spec.variety();
    Variety variety = Variety.of(written.ambient(), written.equations(), written.parameters());
    VarietySampler sampler = CompiledVariety.of(variety, compiler).sampler();
    if (spec.sample() instanceof VarietySampleSpec.Drawn drawn) {
      return sampler.draw(drawn.count(), drawn.heldOut(), drawn.seed());
    }
    VarietySampleSpec.Given given = (VarietySampleSpec.Given) spec.sample();
    int points = given.points().rows();
    double[][] z = new double[given.points().columns()][points];
    for (int c = 0; c < z.length; c++) {
      for (int p = 0; p < points; p++) {
        z[c][p] = given.points().get(p, c);
      }
    }
    return sampler.of(z, null, points - given.heldOut());
  }
}
