package org.metricflows.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** PyTorch's automatic differentiation, in double precision. */
final class Autograd {
  private Autograd() {}

  /** A tensor whose derivatives will be asked for. */
  static Tensor variable(double[] values, long... shape) {
    return Tensor.create(values, shape).set_requires_grad(true);
  }

  /** The numbers of a tensor, row by row. */
  static double[] values(Tensor tensor) {
    Tensor whole = tensor.detach().contiguous();
    double[] values = new double[(int) whole.numel()];
    if (values.length > 0) {
      DoubleIndexer indexer = whole.reshape(-1).createIndexer();
      indexer.get(0, values);
    }
    return values;
  }

  /** ∂scalar/∂variable for each variable, differentiable again. */
  static List<Tensor> gradients(Tensor scalar, List<Tensor> variables) {
    TensorVector result =
        torch.grad(
            new TensorVector(scalar),
            new TensorVector(variables.toArray(Tensor[]::new)),
            new TensorVector(),
            new BoolOptional(true),
            true,
            true);
    List<Tensor> gradients = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      Tensor gradient = result.get(i);
      gradients.add(gradient.defined() ? gradient : torch.zeros_like(variables.get(i)));
    }
    return gradients;
  }

  /**
   * ∂f/∂x point by point: from f of shape [N, …] and x of shape [N, d], where row a of f depends on
   * row a of x alone, to shape [N, …, d].
   */
  static Tensor derivative(Tensor f, Tensor x) {
    long[] shape = f.sizes().vec().get();
    Tensor flat = f.reshape(shape[0], -1);
    List<Tensor> columns = new ArrayList<>();
    for (long c = 0; c < flat.size(1); c++) {
      columns.add(gradients(flat.select(1, c).sum(), List.of(x)).get(0));
    }
    long[] extended = Arrays.copyOf(shape, shape.length + 1);
    extended[shape.length] = x.size(1);
    return torch.stack(new TensorVector(columns.toArray(Tensor[]::new)), 1).reshape(extended);
  }
}
