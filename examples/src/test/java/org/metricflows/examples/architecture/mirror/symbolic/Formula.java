package org.metricflows.examples.architecture.mirror.symbolic;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.ejml.data.DMatrixRMaj;
import org.metricflows.examples.architecture.mirror.numeric.Sample;
import org.objectweb.asm.ClassWriter;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine;

/** Breaks every rule a symbolic class can break. */
public class Formula {
  static int count;
  Sample sample;
  DMatrixRMaj matrix;
  ClassWriter bytecode;
  ObjectMapper json;
  Yaml yaml;
  CommandLine command;

  void print() {
    System.out.println(sample);
  }
}
