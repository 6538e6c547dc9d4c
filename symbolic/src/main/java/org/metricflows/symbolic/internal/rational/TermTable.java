package org.metricflows.symbolic.internal.rational;

import java.math.BigInteger;
import java.util.Arrays;

/** Collects terms by monomial; open addressing over primitive keys. */
final class TermTable {
  private long[] keys;
  private BigInteger[] values;
  private int size;

  TermTable(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected)) * 4;
    keys = new long[capacity];
    values = new BigInteger[capacity];
  }

  int size() {
    return size;
  }

  void add(long key, BigInteger value) {
    int slot = slot(key);
    if (values[slot] != null) {
      values[slot] = values[slot].add(value);
      return;
    }
    keys[slot] = key;
    values[slot] = value;
    size++;
    if (2 * size > keys.length) {
      grow();
    }
  }

  private int slot(long key) {
    long hash = key * 0x9E3779B97F4A7C15L;
    int mask = keys.length - 1;
    int slot = (int) (hash >>> 32) & mask;
    while (values[slot] != null && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    BigInteger[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new BigInteger[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != null) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }

  /** The non-zero terms, largest monomial first. */
  Polynomial polynomial(Packing packing) {
    long[] sorted = new long[size];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      if (values[i] != null && values[i].signum() != 0) {
        sorted[count++] = keys[i];
      }
    }
    Arrays.sort(sorted, 0, count);
    long[] descending = new long[count];
    BigInteger[] coefficients = new BigInteger[count];
    for (int i = 0; i < count; i++) {
      descending[i] = sorted[count - 1 - i];
      coefficients[i] = values[slot(descending[i])];
    }
    return new Polynomial(packing, descending, coefficients);
  }
}
