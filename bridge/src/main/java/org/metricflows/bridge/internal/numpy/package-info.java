/**
 * NumPy's files: {@code .npy} holds one array, {@code .npz} several by name.
 *
 * <pre>{@code
 * Tensor points = new Tensor(List.of(3, 2), new double[] {1, 2, 3, 4, 5, 6});
 * Files.write(path, NpzFile.bytes(Map.of("points", points)));
 *
 * try (NpzFile file = NpzFile.open(path)) {
 *   double[] values = file.array("points").values(); // the last index runs fastest
 * }
 * }</pre>
 *
 * <p>An npy file is a text that says how the bytes behind it are to be read,
 *
 * <pre>
 *   93 N U M P Y   1 0   length   {'descr': '&lt;f8', 'fortran_order': False, 'shape': (3, 2), }   numbers
 * </pre>
 *
 * <p>and an npz file is a zip of them. Written are little-endian doubles, or pairs of them for
 * complex numbers, in C order, and the same arrays give the same bytes. Read are versions 1 to 3,
 * real numbers, integers and complex numbers of either byte order, in C or Fortran order, stored or
 * compressed, all as doubles.
 *
 * <p><b>Files of others are not trusted.</b> Whatever a file holds, reading it ends with an array
 * or with a {@link org.metricflows.bridge.internal.numpy.NumpyException} that says what is wrong.
 * Nothing that a header promises is believed before the bytes are there: memory is taken as they
 * arrive, at most {@value org.metricflows.bridge.internal.numpy.NpyHeader#MAX_NUMBERS} numbers an
 * array.
 */
package org.metricflows.bridge.internal.numpy;
