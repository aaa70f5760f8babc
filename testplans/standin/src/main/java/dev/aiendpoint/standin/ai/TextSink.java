package dev.aiendpoint.standin.ai;

import java.io.IOException;

/** Takes an answer's pieces as they arrive. An IOException means that nobody listens any more. */
@FunctionalInterface
public interface TextSink {

  void accept(String piece) throws IOException;
}
