package org.metricflows.bridge.internal.compiler;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandles;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/**
 * Writes the class of a plan: one static method for each segment, methods that call them and the
 * function passes in turn, and {@link Kernel#run}.
 */
final class KernelWriter {

  /** Parameters of every generated method; the order of {@link Kernel#run}. */
  static final String SIGNATURE = "([[D[I[[D[I[DII)V";

  /** Keeps each calling method far below the size that the JIT compiler refuses. */
  private static final int STEPS_PER_CALLER = 64;

  private static final String PACKAGE = KernelWriter.class.getPackageName().replace('.', '/') + "/";

  private static final String NAME = PACKAGE + "GeneratedKernel";

  private final Plan plan;
  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

  private final int lanes;

  private KernelWriter(Plan plan, int lanes) {
    this.plan = plan;
    this.lanes = lanes;
  }

  private SegmentWriter writer(Step.Segment segment, MethodVisitor method) {
    return lanes == 1
        ? new ScalarSegmentWriter(plan, segment, method)
        : new LaneSegmentWriter(plan, segment, method, lanes);
  }

  /** The code of a plan, over vectors of that many lanes, or over plain doubles for one. */
  static Kernel kernel(Plan plan, int lanes) {
    byte[] classFile = new KernelWriter(plan, lanes).write();
    try {
      return (Kernel)
          MethodHandles.lookup()
              .defineHiddenClass(classFile, true)
              .lookupClass()
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the generated class was refused", e);
    }
  }

  private byte[] write() {
    String[] interfaces = {PACKAGE + "Kernel"};
    writer.visit(V17, ACC_FINAL | ACC_SUPER, NAME, null, "java/lang/Object", interfaces);
    writeConstructor();
    List<Step> steps = plan.steps();
    for (int s = 0; s < steps.size(); s++) {
      if (steps.get(s) instanceof Step.Segment segment) {
        MethodVisitor method = begin(ACC_PRIVATE | ACC_STATIC, "segment" + s);
        writer(segment, method).write();
        end(method);
      }
    }
    int callers = (steps.size() + STEPS_PER_CALLER - 1) / STEPS_PER_CALLER;
    for (int c = 0; c < callers; c++) {
      writeCaller(c);
    }
    writeRun(callers);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private void writeConstructor() {
    MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    method.visitCode();
    method.visitVarInsn(ALOAD, 0);
    method.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    end(method);
  }

  private void writeCaller(int caller) {
    MethodVisitor method = begin(ACC_PRIVATE | ACC_STATIC, "part" + caller);
    Locals locals = new Locals(method);
    List<Step> steps = plan.steps();
    int end = Math.min(steps.size(), (caller + 1) * STEPS_PER_CALLER);
    for (int s = caller * STEPS_PER_CALLER; s < end; s++) {
      if (steps.get(s) instanceof Step.Pass pass) {
        new PassWriter(plan, pass, method, locals).write();
      } else {
        call(method, "segment" + s, 0);
      }
    }
    end(method);
  }

  private void writeRun(int callers) {
    MethodVisitor method = begin(ACC_PUBLIC, "run");
    for (int c = 0; c < callers; c++) {
      call(method, "part" + c, 1);
    }
    end(method);
  }

  private void call(MethodVisitor method, String name, int firstLocal) {
    for (int p = 0; p < 5; p++) {
      method.visitVarInsn(ALOAD, firstLocal + p);
    }
    method.visitVarInsn(ILOAD, firstLocal + 5);
    method.visitVarInsn(ILOAD, firstLocal + 6);
    method.visitMethodInsn(INVOKESTATIC, NAME, name, SIGNATURE, false);
  }

  private MethodVisitor begin(int access, String name) {
    MethodVisitor method = writer.visitMethod(access, name, SIGNATURE, null, null);
    method.visitCode();
    return method;
  }

  private static void end(MethodVisitor method) {
    method.visitInsn(RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }
}
