package org.metricflows.torch;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Curvature of a metric g(x), with every derivative taken by autograd: the metric's for Γ, and Γ's
 * own for the Ricci tensor. No formula is shared with the symbolic derivations.
 *
 * @param inverse g⁻¹, shape [N, d, d]
 * @param metric g, shape [N, d, d]
 * @param ricci R_bd, shape [N, d, d]
 */
record CurvatureByAutograd(Tensor metric, Tensor inverse, Tensor ricci) {

  /** Of a metric of shape [N, d, d] that depends on points x of shape [N, d]. */
  static CurvatureByAutograd of(Tensor metric, Tensor x) {
    Tensor inverse = torch.linalg_inv(metric);
    Tensor dg = Autograd.derivative(metric, x);
    Tensor first = einsum("nkl,nlji->nkij", inverse, dg);
    Tensor second = einsum("nkl,nlij->nkij", inverse, dg);
    Tensor third = einsum("nkl,nijl->nkij", inverse, dg);
    Tensor gamma = first.add(second).sub(third).mul(new Scalar(0.5));
    Tensor dGamma = Autograd.derivative(gamma, x);
    Tensor ricci =
        einsum("nabda->nbd", dGamma)
            .sub(einsum("nabad->nbd", dGamma))
            .add(einsum("naae,nebd->nbd", gamma, gamma))
            .sub(einsum("nade,neba->nbd", gamma, gamma));
    return new CurvatureByAutograd(metric, inverse, ricci);
  }

  /** |Ric|² = g^ac g^bd R_ab R_cd, shape [N]. */
  Tensor ricciSquared() {
    Tensor raised = einsum("nac,nbd,ncd->nab", inverse, inverse, ricci);
    return einsum("nab,nab->n", ricci, raised);
  }

  /** √det g, shape [N]. */
  Tensor volume() {
    return torch.det(metric).sqrt();
  }

  /** ½ Σ_a w_a √det g |Ric|². */
  Tensor ricciLoss(Tensor weights) {
    return weights.mul(volume()).mul(ricciSquared()).sum().mul(new Scalar(0.5));
  }

  private static Tensor einsum(String indices, Tensor... factors) {
    return torch.einsum(indices, new TensorVector(factors));
  }
}
