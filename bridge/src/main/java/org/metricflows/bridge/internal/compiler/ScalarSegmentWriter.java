package org.metricflows.bridge.internal.compiler;

import static org.objectweb.asm.Opcodes.DADD;
import static org.objectweb.asm.Opcodes.DALOAD;
import static org.objectweb.asm.Opcodes.DASTORE;
import static org.objectweb.asm.Opcodes.DDIV;
import static org.objectweb.asm.Opcodes.DLOAD;
import static org.objectweb.asm.Opcodes.DMUL;
import static org.objectweb.asm.Opcodes.DNEG;
import static org.objectweb.asm.Opcodes.DSTORE;
import static org.objectweb.asm.Opcodes.DSUB;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;

import org.metricflows.bridge.internal.graph.Op;
import org.objectweb.asm.MethodVisitor;

/** Segments over plain doubles. */
final class ScalarSegmentWriter extends SegmentWriter {

  private final MethodVisitor method;

  ScalarSegmentWriter(Plan plan, Step.Segment segment, MethodVisitor method) {
    super(plan, segment, method);
    this.method = method;
  }

  @Override
  int lanes() {
    return 1;
  }

  @Override
  void prepareConstant(double value, Locals locals) {}

  @Override
  void pushConstant(double value) {
    method.visitLdcInsn(value);
  }

  @Override
  int pop(Locals locals) {
    int slot = locals.newValue(2);
    method.visitVarInsn(DSTORE, slot);
    return slot;
  }

  @Override
  void pushLocal(int slot) {
    method.visitVarInsn(DLOAD, slot);
  }

  @Override
  void load(Runnable address) {
    address.run();
    method.visitInsn(DALOAD);
  }

  @Override
  void store(Runnable value, Runnable address) {
    address.run();
    value.run();
    method.visitInsn(DASTORE);
  }

  @Override
  void operate(Op op) {
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
