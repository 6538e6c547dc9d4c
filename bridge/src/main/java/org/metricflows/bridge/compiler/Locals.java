package org.metricflows.bridge.compiler;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.IALOAD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.ISTORE;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.MethodVisitor;

/**
 * Local variables of a generated method: its parameters, then columns (array and position of the
 * block's first element), then values.
 */
final class Locals {

  static final int IN = 0;
  static final int IN_OFFSET = 1;
  static final int OUT = 2;
  static final int OUT_OFFSET = 3;
  static final int SCRATCH = 4;
  static final int START = 5;
  static final int COUNT = 6;
  private static final int FIRST_FREE = 7;

  /** Local variables of a column: the array's, and its offset's just after. */
  record Column(int array, int offset) {}

  private final MethodVisitor method;
  private final Map<Integer, Column> inputs = new HashMap<>();
  private final Map<Integer, Column> outputs = new HashMap<>();
  private int next = FIRST_FREE;

  Locals(MethodVisitor method) {
    this.method = method;
  }

  int allocate(int slots) {
    int slot = next;
    next += slots;
    return slot;
  }

  /** Loads an input column into locals. */
  Column input(int index) {
    return inputs.computeIfAbsent(index, i -> load(IN, IN_OFFSET, i));
  }

  /** Loads an output column into locals. */
  Column output(int index) {
    return outputs.computeIfAbsent(index, i -> load(OUT, OUT_OFFSET, i));
  }

  private Column load(int arrays, int offsets, int index) {
    Column column = new Column(allocate(1), allocate(1));
    method.visitVarInsn(ALOAD, arrays);
    Bytecode.push(method, index);
    method.visitInsn(AALOAD);
    method.visitVarInsn(ASTORE, column.array());
    method.visitVarInsn(ALOAD, offsets);
    Bytecode.push(method, index);
    method.visitInsn(IALOAD);
    method.visitVarInsn(ILOAD, START);
    method.visitInsn(IADD);
    method.visitVarInsn(ISTORE, column.offset());
    return column;
  }
}
