package dev.aiendpoint.jtl;

import dev.aiendpoint.sample.Sample;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads a JTL, CSV or XML, of this plugin's plans or of any JMeter. Rows of transaction controllers
 * and of sub-results are left out, as a live listener never counts them.
 */
public final class ResultFileReader {

  private static final int[] UTF_8_MARK = {0xEF, 0xBB, 0xBF};

  private ResultFileReader() {}

  /**
   * Reads the whole file, handing on each sample as soon as it is read.
   *
   * @throws InvalidResultFileException the file is missing, is no result file or is damaged
   * @throws IOException the file cannot be read
   */
  public static ResultFile read(Path file, Consumer<Sample> samples) throws IOException {
    if (Files.isDirectory(file)) {
      throw new InvalidResultFileException("is a folder, but must be a result file (JTL)");
    }
    try (PushbackInputStream in =
        new PushbackInputStream(Files.newInputStream(file), UTF_8_MARK.length)) {
      skipMark(in);
      int first = in.read();
      if (first < 0) {
        throw new InvalidResultFileException("is empty: no header and no sample");
      }
      in.unread(first);
      return first == '<'
          ? new XmlSampleReader(in).readAll(samples)
          : new CsvSampleReader(in).readAll(samples);
    } catch (NoSuchFileException e) {
      throw new InvalidResultFileException("there is no such file");
    } catch (AccessDeniedException e) {
      throw new InvalidResultFileException("may not be read: permission denied");
    }
  }

  /** Editors and spreadsheets put one before the first letter. */
  private static void skipMark(PushbackInputStream in) throws IOException {
    byte[] start = in.readNBytes(UTF_8_MARK.length);
    boolean mark = start.length == UTF_8_MARK.length;
    for (int i = 0; mark && i < start.length; i++) {
      mark = (start[i] & 0xFF) == UTF_8_MARK[i];
    }
    if (!mark) {
      in.unread(start);
    }
  }
}
