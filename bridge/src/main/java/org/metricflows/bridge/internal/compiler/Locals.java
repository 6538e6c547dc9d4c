package org.metricflows.bridge.internal.compiler;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.F_FULL;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.IALOAD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INTEGER;
import static org.objectweb.asm.Opcodes.ISTORE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.MethodVisitor;

/**
 * Local variables of a generated method: its parameters, then columns (array and position of the
 * block's first element) and whatever else lives through the loop, then the loop's own values.
 */
final class Locals {

  static final int IN = 0;
  static final int IN_OFFSET = 1;
  static final int OUT = 2;
  static final int OUT_OFFSET = 3;
  static final int SCRATCH = 4;
  static final int START = 5;
  static final int COUNT = 6;

  private static final List<Object> PARAMETERS =
      List.of("[[D", "[I", "[[D", "[I", "[D", INTEGER, INTEGER);

  /** Local variables of a column: the array's, and its offset's. */
  record Column(int array, int offset) {}

  private final MethodVisitor method;
  private final Map<Integer, Column> inputs = new HashMap<>();
  private final Map<Integer, Column> outputs = new HashMap<>();

  /** Types of the variables that live through the loop, as stack map frames name them. */
  private final List<Object> lasting = new ArrayList<>(PARAMETERS);

  private int next = PARAMETERS.size();

  Locals(MethodVisitor method) {
    this.method = method;
  }

  /** A new variable of one or two slots that lives within an iteration. */
  int newValue(int slots) {
    int slot = next;
    next += slots;
    return slot;
  }

  /** A new variable of one slot that lives through the loop. */
  int newLasting(Object type) {
    lasting.add(type);
    return newValue(1);
  }

  /** The loop's counter. */
  int newIndex() {
    return newLasting(INTEGER);
  }

  /** Declares the state at the jump target that comes next. */
  void frame() {
    method.visitFrame(F_FULL, lasting.size(), lasting.toArray(), 0, new Object[0]);
  }

  /** An input column, loaded into variables when first asked for. */
  Column input(int index) {
    return inputs.computeIfAbsent(index, i -> load(IN, IN_OFFSET, i));
  }

  /** An output column, loaded into variables when first asked for. */
  Column output(int index) {
    return outputs.computeIfAbsent(index, i -> load(OUT, OUT_OFFSET, i));
  }

  private Column load(int arrays, int offsets, int index) {
    Column column = new Column(newLasting("[D"), newLasting(INTEGER));
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
