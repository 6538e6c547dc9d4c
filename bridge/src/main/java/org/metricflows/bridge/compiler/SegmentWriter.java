package org.metricflows.bridge.compiler;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.DADD;
import static org.objectweb.asm.Opcodes.DALOAD;
import static org.objectweb.asm.Opcodes.DASTORE;
import static org.objectweb.asm.Opcodes.DDIV;
import static org.objectweb.asm.Opcodes.DLOAD;
import static org.objectweb.asm.Opcodes.DMUL;
import static org.objectweb.asm.Opcodes.DNEG;
import static org.objectweb.asm.Opcodes.DSTORE;
import static org.objectweb.asm.Opcodes.DSUB;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.IF_ICMPGE;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.ISTORE;

import java.util.HashMap;
import java.util.Map;
import org.metricflows.bridge.graph.Node;
import org.metricflows.bridge.graph.Op;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Writes a segment as a loop over plain doubles. */
final class SegmentWriter {

  private final Plan plan;
  private final Step.Segment segment;
  private final MethodVisitor method;
  private final Locals locals;
  private final int index;

  /** Local variable of each value that the loop's body has at hand. */
  private final Map<Integer, Integer> local = new HashMap<>();

  SegmentWriter(Plan plan, Step.Segment segment, MethodVisitor method) {
    this.plan = plan;
    this.segment = segment;
    this.method = method;
    this.locals = new Locals(method);
    this.index = locals.allocate(1);
  }

  void write() {
    loadColumns();
    Label head = new Label();
    Label end = new Label();
    method.visitInsn(ICONST_0);
    method.visitVarInsn(ISTORE, index);
    method.visitLabel(head);
    method.visitVarInsn(ILOAD, index);
    method.visitVarInsn(ILOAD, Locals.COUNT);
    method.visitJumpInsn(IF_ICMPGE, end);
    segment.nodes().forEach(this::compute);
    segment.outputs().forEach(this::writeOutput);
    method.visitIincInsn(index, 1);
    method.visitJumpInsn(GOTO, head);
    method.visitLabel(end);
  }

  private void loadColumns() {
    for (int position : segment.nodes()) {
      Node node = plan.node(position);
      for (int slot = 0; slot < node.op().arity(); slot++) {
        loadInput(node.operand(slot));
      }
    }
    for (int output : segment.outputs()) {
      loadInput(plan.graph().outputs().get(output));
      locals.output(output);
    }
  }

  private void loadInput(int position) {
    if (plan.node(position).op() == Op.INPUT) {
      locals.input(plan.node(position).a());
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
    keep(position);
    if (plan.column(position) >= 0) {
      method.visitVarInsn(ALOAD, Locals.SCRATCH);
      scratchIndex(position);
      push(position);
      method.visitInsn(DASTORE);
    }
  }

  /** Makes sure that a value is in a local variable or a constant. */
  private void fetch(int position) {
    Node node = plan.node(position);
    if (node.op() == Op.CONSTANT || local.containsKey(position)) {
      return;
    }
    if (node.op() == Op.INPUT) {
      Locals.Column column = locals.input(node.a());
      method.visitVarInsn(ALOAD, column.array());
      elementIndex(column);
    } else {
      method.visitVarInsn(ALOAD, Locals.SCRATCH);
      scratchIndex(position);
    }
    method.visitInsn(DALOAD);
    keep(position);
  }

  private void keep(int position) {
    int slot = locals.allocate(2);
    local.put(position, slot);
    method.visitVarInsn(DSTORE, slot);
  }

  private void push(int position) {
    if (plan.node(position).op() == Op.CONSTANT) {
      method.visitLdcInsn(plan.node(position).value());
    } else {
      method.visitVarInsn(DLOAD, local.get(position));
    }
  }

  private void elementIndex(Locals.Column column) {
    method.visitVarInsn(ILOAD, column.offset());
    method.visitVarInsn(ILOAD, index);
    method.visitInsn(IADD);
  }

  private void scratchIndex(int position) {
    Bytecode.push(method, plan.column(position) * plan.blockSize());
    method.visitVarInsn(ILOAD, index);
    method.visitInsn(IADD);
  }

  private void writeOutput(int output) {
    int root = plan.graph().outputs().get(output);
    fetch(root);
    Locals.Column column = locals.output(output);
    method.visitVarInsn(ALOAD, column.array());
    elementIndex(column);
    push(root);
    method.visitInsn(DASTORE);
  }

  private void operate(Op op) {
    switch (op) {
      case ADD -> method.visitInsn(DADD);
      case SUB -> method.visitInsn(DSUB);
      case MUL -> method.visitInsn(DMUL);
      case DIV -> method.visitInsn(DDIV);
      case NEG -> method.visitInsn(DNEG);
      case FMA -> math("fma", "(DDD)D");
      case SQRT -> math("sqrt", "(D)D");
      case ABS -> math("abs", "(D)D");
      case MAX -> math("max", "(DD)D");
      case MIN -> math("min", "(DD)D");
      default -> throw new IllegalStateException(op + " is not arithmetic");
    }
  }

  private void math(String name, String signature) {
    method.visitMethodInsn(INVOKESTATIC, "java/lang/Math", name, signature, false);
  }
}
