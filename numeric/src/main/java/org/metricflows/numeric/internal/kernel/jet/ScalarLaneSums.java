package org.metricflows.numeric.internal.kernel.jet;

/** Lane by lane, without the vector module. */
enum ScalarLaneSums implements LaneSums {
  INSTANCE;

  @Override
  public void run(double[] work, int[] code, int count) {
    int next;
    for (int pc = 0; pc < code.length; pc = next) {
      int out = code[pc];
      int first = pc + 2;
      next = first + 2 * code[pc + 1];
      for (int i = 0; i < count; i++) {
        double sum = 0;
        for (int t = first; t < next; t += 2) {
          sum = Math.fma(work[code[t] + i], work[code[t + 1] + i], sum);
        }
        work[out + i] = sum;
      }
    }
  }
}
