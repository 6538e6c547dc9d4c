package org.metricflows.bridge.internal.compiler;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.IF_ICMPGE;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.ISTORE;

import java.util.HashMap;
import java.util.Map;
import org.metricflows.bridge.internal.graph.Node;
import org.metricflows.bridge.internal.graph.Op;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * Writes a segment as a loop: load what comes from other steps, compute, store what later steps or
 * the outputs need. Subclasses say what a value is: a double or a vector of them.
 */
abstract class SegmentWriter {

  private final Plan plan;
  private final Step.Segment segment;
  private final MethodVisitor method;
  private final Locals locals;

  /** Local variable of each value that the loop's body has at hand. */
  private final Map<Integer, Integer> local = new HashMap<>();

  private int index;

  SegmentWriter(Plan plan, Step.Segment segment, MethodVisitor method) {
    this.plan = plan;
    this.segment = segment;
    this.method = method;
    this.locals = new Locals(method);
  }

  /** Elements that an iteration takes. */
  abstract int lanes();

  /** Prepares a constant before the loop. */
  abstract void prepareConstant(double value, Locals locals);

  abstract void pushConstant(double value);

  /** Moves the value on the stack to a new local variable, whose number is returned. */
  abstract int pop(Locals locals);

  abstract void pushLocal(int slot);

  /**
   * Pushes the value at an address, that is, at the array and index that {@code address} pushes.
   */
  abstract void load(Runnable address);

  /** Stores the value that {@code value} pushes. */
  abstract void store(Runnable value, Runnable address);

  /** Replaces operands on the stack by a result. */
  abstract void operate(Op op);

  final void write() {
    prepare();
    index = locals.newIndex();
    Label head = new Label();
    Label end = new Label();
    method.visitInsn(ICONST_0);
    method.visitVarInsn(ISTORE, index);
    method.visitLabel(head);
    locals.frame();
    method.visitVarInsn(ILOAD, index);
    method.visitVarInsn(ILOAD, Locals.COUNT);
    method.visitJumpInsn(IF_ICMPGE, end);
    segment.nodes().forEach(this::compute);
    segment.nodes().forEach(this::keepForLater);
    segment.outputs().forEach(this::writeOutput);
    method.visitIincInsn(index, lanes());
    method.visitJumpInsn(GOTO, head);
    method.visitLabel(end);
    locals.frame();
  }

  private void prepare() {
    for (int position : segment.nodes()) {
      Node node = plan.node(position);
      for (int slot = 0; slot < node.op().arity(); slot++) {
        prepare(plan.node(node.operand(slot)));
      }
    }
    for (int output : segment.outputs()) {
      prepare(plan.node(root(output)));
      locals.output(output);
    }
  }

  private void prepare(Node operand) {
    if (operand.op() == Op.INPUT) {
      locals.input(operand.a());
    } else if (operand.op() == Op.CONSTANT) {
      prepareConstant(operand.value(), locals);
    }
  }

  private void compute(int position) {
    Node node = plan.node(position);
    for (int slot = 0; slot < node.op().arity(); slot++) {
      fetch(node.operand(slot));
    }
    for (int slot = 0; slot < node.op().arity(); slot++) {
      push(node.operand(slot));
    }
    operate(node.op());
    local.put(position, pop(locals));
  }

  private void keepForLater(int position) {
    if (plan.column(position) >= 0) {
      store(() -> push(position), () -> scratchAddress(position));
    }
  }

  private void writeOutput(int output) {
    fetch(root(output));
    store(() -> push(root(output)), () -> columnAddress(locals.output(output)));
  }

  private int root(int output) {
    return plan.graph().outputs().get(output);
  }

  /** Makes sure that a value is in a local variable or a constant. */
  private void fetch(int position) {
    Node node = plan.node(position);
    if (node.op() == Op.CONSTANT || local.containsKey(position)) {
      return;
    }
    if (node.op() == Op.INPUT) {
      load(() -> columnAddress(locals.input(node.a())));
    } else {
      load(() -> scratchAddress(position));
    }
    local.put(position, pop(locals));
  }

  private void push(int position) {
    if (plan.node(position).op() == Op.CONSTANT) {
      pushConstant(plan.node(position).value());
    } else {
      pushLocal(local.get(position));
    }
  }

  private void columnAddress(Locals.Column column) {
    method.visitVarInsn(ALOAD, column.array());
    method.visitVarInsn(ILOAD, column.offset());
    method.visitVarInsn(ILOAD, index);
    method.visitInsn(IADD);
  }

  private void scratchAddress(int position) {
    method.visitVarInsn(ALOAD, Locals.SCRATCH);
    Bytecode.push(method, plan.column(position) * plan.blockSize());
    method.visitVarInsn(ILOAD, index);
    method.visitInsn(IADD);
  }
}
