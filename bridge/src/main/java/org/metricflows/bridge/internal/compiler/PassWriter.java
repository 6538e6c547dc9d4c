package org.metricflows.bridge.internal.compiler;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;

import java.util.List;
import java.util.Locale;
import org.metricflows.bridge.internal.graph.Node;
import org.metricflows.bridge.internal.graph.Op;
import org.metricflows.numeric.internal.simd.VectorMath;
import org.objectweb.asm.MethodVisitor;

/** Writes the call of a library function over a column. */
final class PassWriter {

  private static final String LIBRARY = VectorMath.class.getName().replace('.', '/');
  private static final String REST = Passes.class.getName().replace('.', '/');

  private final Plan plan;
  private final Step.Pass pass;
  private final MethodVisitor method;
  private final Locals locals;

  PassWriter(Plan plan, Step.Pass pass, MethodVisitor method, Locals locals) {
    this.plan = plan;
    this.pass = pass;
    this.method = method;
    this.locals = locals;
  }

  void write() {
    Node node = plan.node(pass.nodes().get(0));
    boolean pair = pass.nodes().size() == 2;
    String name = pair ? "sincos" : node.op().name().toLowerCase(Locale.ROOT);
    String owner = isRest(node.op()) ? REST : LIBRARY;
    StringBuilder signature = new StringBuilder("(");
    for (int slot = 0; slot < node.op().arity(); slot++) {
      signature.append(operand(node.operand(slot)));
    }
    for (int position : results()) {
      signature.append(operand(position));
    }
    method.visitVarInsn(ILOAD, Locals.COUNT);
    method.visitMethodInsn(INVOKESTATIC, owner, name, signature.append("I)V").toString(), false);
  }

  private static boolean isRest(Op op) {
    return op == Op.SIGN || op == Op.ATAN2 || op == Op.POW;
  }

  /** The results, the sine before the cosine. */
  private List<Integer> results() {
    List<Integer> nodes = pass.nodes();
    boolean swapped = nodes.size() == 2 && plan.node(nodes.get(0)).op() == Op.COS;
    return swapped ? List.of(nodes.get(1), nodes.get(0)) : nodes;
  }

  /** Pushes array and offset of a column, or a constant; returns the types pushed. */
  private String operand(int position) {
    Node node = plan.node(position);
    if (node.op() == Op.CONSTANT) {
      method.visitLdcInsn(node.value());
      return "D";
    }
    if (node.op() == Op.INPUT) {
      Locals.Column column = locals.input(node.a());
      method.visitVarInsn(ALOAD, column.array());
      method.visitVarInsn(ILOAD, column.offset());
    } else {
      method.visitVarInsn(ALOAD, Locals.SCRATCH);
      Bytecode.push(method, plan.column(position) * plan.blockSize());
    }
    return "[DI";
  }
}
