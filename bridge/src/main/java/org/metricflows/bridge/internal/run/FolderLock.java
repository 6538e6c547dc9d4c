package org.metricflows.bridge.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second process out of a folder. The operating system takes the lock away from a process
 * that dies; the empty file {@code .lock} stays.
 */
public final class FolderLock implements AutoCloseable {

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a folder.
   *
   * @throws RunFolderException if another process has it, or the folder is not writable
   */
  public static FolderLock of(Path folder) {
    Path file = folder.resolve(".lock");
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new FolderLock(channel);
      }
      channel.close();
    } catch (OverlappingFileLockException e) {
      close(channel, folder);
    } catch (IOException e) {
      close(channel, folder);
      throw new RunFolderException(
          folder, "is not writable (" + WholeFile.cause(e) + " for " + file.getFileName() + ")", e);
    }
    throw new RunFolderException(folder, "another process is running in this folder");
  }

  private static void close(FileChannel channel, Path folder) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new RunFolderException(folder, "cannot be unlocked (" + WholeFile.cause(e) + ")", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
