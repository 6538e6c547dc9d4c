package org.metricflows.app.internal.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.app.internal.gallery.Gallery;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.geometry.Geometry;
import org.metricflows.bridge.internal.geometry.KernelStatement;
import org.metricflows.bridge.internal.kernel.KernelEvaluator;
import org.metricflows.bridge.internal.spec.NetworkSpec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.numeric.internal.network.Parametrization;
import org.metricflows.symbolic.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Kernels of an architecture at infinite width. */
@Command(
    name = "kernel",
    description = {
      "NNGP and NTK of an infinitely wide network: closed form, and with --at and --prime values"
          + " and derivatives up to the second by each point.",
      "The network is a spec's, or one given by options."
    },
    footer = {
      "",
      "Example: metricflows kernel --activation erf --hidden-layers 2 --at=0.1,0.2 --prime=0.3,-0.4"
    })
final class KernelCommand extends Subcommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "SPEC",
      description = "A spec with a network: a file, or the name of an example.")
  private Path file;

  @Option(names = "--at", paramLabel = "X,...", description = "The point x.")
  private String at;

  @Option(names = "--prime", paramLabel = "X,...", description = "The point x'.")
  private String prime;

  @Option(
      names = "--activation",
      paramLabel = "NAME",
      description = "Without SPEC: a name, or an expression in u.")
  private String activation;

  @Option(names = "--hidden-layers", paramLabel = "L", description = "Without SPEC: how many.")
  private String hiddenLayers;

  @Option(
      names = "--weight-std",
      paramLabel = "W",
      description = "Without SPEC: sigma_w (default 1).")
  private String weightStd;

  @Option(
      names = "--bias-std",
      paramLabel = "B",
      description = "Without SPEC: sigma_b (default 0).")
  private String biasStd;

  @Override
  ExitCode run() {
    SpecSource source = source();
    Map<String, Object> document;
    try {
      document = document(Geometries.answer(source, "kernel", Geometry::kernel));
    } catch (InputException e) {
      throw source.locate(e);
    } catch (ArithmeticException e) {
      throw source.error("", e.getMessage());
    }
    if (wantsJson()) {
      console().json(document);
    } else {
      console().print(new KernelText(document).toString());
    }
    return ExitCode.DONE;
  }

  private Map<String, Object> document(KernelStatement statement) {
    NetworkSpec network = statement.network();
    if (network.parametrization() != Parametrization.NTK) {
      throw InputException.of(
          "network.parametrization",
          "must be ntk: at infinite width the kernel of the standard parametrization diverges");
    }
    int dimension = dimension(statement);
    KernelEvaluator kernel =
        KernelEvaluator.of(
            network.activation(),
            network.width().depth(),
            network.weightStd(),
            network.biasStd(),
            dimension);
    Map<String, Object> document = describe(network);
    if (at != null) {
      evaluate(kernel, dimension, document);
    }
    document.put("closed_form", kernel.closedForm());
    return document;
  }

  private SpecSource source() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("activation", activation);
    options.put("hidden-layers", hiddenLayers);
    options.put("weight-std", weightStd);
    options.put("bias-std", biasStd);
    options.values().removeIf(value -> value == null);
    if (file != null) {
      for (String option : options.keySet()) {
        throw new BadInputException("kernel: --" + option + " has no meaning beside a SPEC");
      }
      return Gallery.source(file);
    }
    for (String option : List.of("activation", "hidden-layers")) {
      if (!options.containsKey(option)) {
        throw new BadInputException("kernel: without a SPEC --" + option + " must be given");
      }
    }
    options.putIfAbsent("bias-std", "0");
    SpecSource source = SpecSource.empty().withText("network.width", "infinite", "kernel");
    for (Map.Entry<String, String> option : options.entrySet()) {
      String key = option.getKey().replace('-', '_');
      source = source.withText("network." + key, option.getValue(), "--" + option.getKey());
    }
    return source;
  }

  private int dimension(KernelStatement statement) {
    if ((at == null) != (prime == null)) {
      throw new BadInputException(
          "kernel: " + (at == null ? "--prime needs --at" : "--at needs --prime") + " beside it");
    }
    if (statement.inputs().isPresent()) {
      return statement.inputs().getAsInt();
    }
    return at == null ? 1 : PointOption.dimension(at);
  }

  private static Map<String, Object> describe(NetworkSpec network) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("activation", network.activation().name());
    document.put("hidden_layers", network.width().depth());
    document.put("weight_std", network.weightStd());
    document.put("bias_std", network.biasStd());
    return document;
  }

  private void evaluate(KernelEvaluator kernel, int dimension, Map<String, Object> document) {
    double[] x = PointOption.parse("--at", at, dimension);
    double[] xPrime = PointOption.parse("--prime", prime, dimension);
    KernelEvaluator.Result result = kernel.at(x, xPrime);
    document.put("x", x);
    document.put("x_prime", xPrime);
    document.put("nngp", result.nngp());
    document.put("ntk", result.ntk());
    document.put("ntk_jets", result.ntkJets());
    document.put("error_estimate", result.errorEstimate());
  }
}
