package dev.aiendpoint.jtl;

import dev.aiendpoint.sample.Sample;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Reads a result file in a thread of its own, a few thousand samples ahead of whoever takes them.
 * Reading and counting cost about the same, so that on two cores a file takes little more than half
 * the time. Used once.
 */
public final class ReadAhead {

  private static final int BATCH = 1_024;
  private static final int BATCHES = 4;
  private static final List<Sample> END = List.of();

  private final BlockingQueue<List<Sample>> batches = new ArrayBlockingQueue<>(BATCHES);
  private List<Sample> batch = new ArrayList<>(BATCH);

  private ReadAhead() {}

  /**
   * As {@link ResultFileReader#read}: the samples are handed on in the calling thread, in the order
   * of the file, and those before a damaged row come before the exception.
   *
   * @throws InvalidResultFileException the file is missing, is no result file or is damaged
   * @throws IOException the file cannot be read
   */
  public static ResultFile read(Path file, Consumer<Sample> samples) throws IOException {
    return new ReadAhead().handOn(file, samples);
  }

  private ResultFile handOn(Path file, Consumer<Sample> samples) throws IOException {
    FutureTask<ResultFile> reading = new FutureTask<>(() -> fill(file));
    Thread reader = new Thread(reading, "result file");
    reader.setDaemon(true);
    reader.start();
    try {
      for (List<Sample> next = batches.take(); next != END; next = batches.take()) {
        next.forEach(samples);
      }
      return reading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while it was read");
    } catch (ExecutionException e) {
      throw cause(e);
    } finally {
      // It may wait for room that nobody makes any more.
      reader.interrupt();
    }
  }

  private ResultFile fill(Path file) throws IOException, InterruptedException {
    try {
      return ResultFileReader.read(file, this::add);
    } finally {
      batches.put(batch);
      batches.put(END);
    }
  }

  private void add(Sample sample) {
    batch.add(sample);
    if (batch.size() == BATCH) {
      try {
        batches.put(batch);
      } catch (InterruptedException e) {
        // What is put on the way out must not wait either.
        Thread.currentThread().interrupt();
        throw new IllegalStateException("nobody takes the samples any more", e);
      }
      batch = new ArrayList<>(BATCH);
    }
  }

  private static IOException cause(ExecutionException e) {
    if (e.getCause() instanceof RuntimeException cause) {
      throw cause;
    }
    if (e.getCause() instanceof Error cause) {
      throw cause;
    }
    return e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
  }
}
