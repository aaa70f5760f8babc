package dev.aiendpoint.standin.options;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the AI provider starts.
 *
 * @param port on the loopback interface; 0 for a free one
 * @param script file of timed faults; empty for none
 */
public record ProviderStart(int port, Optional<Path> script) {}
