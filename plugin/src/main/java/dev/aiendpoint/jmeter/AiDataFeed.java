package dev.aiendpoint.jmeter;

import dev.aiendpoint.feed.DataFeed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jmeter.processor.PreProcessor;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.testelement.TestStateListener;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * A pre-processor that takes the next row of a data file before each sampler in its scope. All
 * users share the file. Each column becomes a variable of its name, and one with the ending {@code
 * _json} for use inside a JSON body.
 */
public class AiDataFeed extends AbstractTestElement implements PreProcessor, TestStateListener {

  private static final long serialVersionUID = 1L;

  public static final String FILE = "AiDataFeed.file";

  public static final String DEFAULT_FILE = "data/questions.csv";

  static {
    Settings.publish();
  }

  @Override
  public void testStarted() {
    String name = file();
    Optional<Path> found = ProjectFiles.find(name);
    if (found.isEmpty()) {
      RunExit.refuse(getName() + ": " + ProjectFiles.notFound("file", name));
    }
    try {
      DataFeed.open(name, found.get());
    } catch (IOException | IllegalArgumentException e) {
      RunExit.refuse(getName() + ": " + e.getMessage());
    }
  }

  @Override
  public void process() {
    JMeterVariables variables = JMeterContextService.getContext().getVariables();
    DataFeed.of(file()).next().forEach(variables::put);
  }

  private String file() {
    return getPropertyAsString(FILE, DEFAULT_FILE).trim();
  }

  @Override
  public void testStarted(String host) {
    testStarted();
  }

  @Override
  public void testEnded() {
    DataFeed.closeAll();
  }

  @Override
  public void testEnded(String host) {
    testEnded();
  }
}
