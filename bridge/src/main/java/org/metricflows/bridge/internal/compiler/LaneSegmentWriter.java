package org.metricflows.bridge.internal.compiler;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.metricflows.bridge.internal.graph.Op;
import org.objectweb.asm.MethodVisitor;

/** Segments over vectors of doubles. */
final class LaneSegmentWriter extends SegmentWriter {

  private static final String PACKAGE = "jdk/incubator/vector/";
  private static final String TYPE = PACKAGE + "DoubleVector";
  private static final String RESULT = "L" + TYPE + ";";
  private static final String OPERAND = "L" + PACKAGE + "Vector;";
  private static final String SPECIES = "L" + PACKAGE + "VectorSpecies;";

  private final MethodVisitor method;
  private final int lanes;
  private final Map<Double, Integer> constants = new HashMap<>();

  LaneSegmentWriter(Plan plan, Step.Segment segment, MethodVisitor method, int lanes) {
    super(plan, segment, method);
    this.method = method;
    this.lanes = lanes;
  }

  @Override
  int lanes() {
    return lanes;
  }

  @Override
  void prepareConstant(double value, Locals locals) {
    if (!constants.containsKey(value)) {
      int slot = locals.newLasting(TYPE);
      constants.put(value, slot);
      pushSpecies();
      method.visitLdcInsn(value);
      create("broadcast", "(" + SPECIES + "D)" + RESULT);
      method.visitVarInsn(ASTORE, slot);
    }
  }

  @Override
  void pushConstant(double value) {
    pushLocal(constants.get(value));
  }

  @Override
  int pop(Locals locals) {
    int slot = locals.newValue(1);
    method.visitVarInsn(ASTORE, slot);
    return slot;
  }

  @Override
  void pushLocal(int slot) {
    method.visitVarInsn(ALOAD, slot);
  }

  @Override
  void load(Runnable address) {
    pushSpecies();
    address.run();
    create("fromArray", "(" + SPECIES + "[DI)" + RESULT);
  }

  @Override
  void store(Runnable value, Runnable address) {
    value.run();
    address.run();
    call("intoArray", "([DI)V");
  }

  @Override
  void operate(Op op) {
    String name = op.name().toLowerCase(Locale.ROOT);
    switch (op) {
      case ADD, SUB, MUL, DIV, MAX, MIN -> call(name, "(" + OPERAND + ")" + RESULT);
      case FMA -> call(name, "(" + OPERAND + OPERAND + ")" + RESULT);
      case NEG, SQRT, ABS -> call(name, "()" + RESULT);
      default -> throw new IllegalStateException(op + " is not arithmetic");
    }
  }

  private void pushSpecies() {
    method.visitFieldInsn(GETSTATIC, TYPE, "SPECIES_PREFERRED", SPECIES);
  }

  private void create(String name, String signature) {
    method.visitMethodInsn(INVOKESTATIC, TYPE, name, signature, false);
  }

  private void call(String name, String signature) {
    method.visitMethodInsn(INVOKEVIRTUAL, TYPE, name, signature, false);
  }
}
