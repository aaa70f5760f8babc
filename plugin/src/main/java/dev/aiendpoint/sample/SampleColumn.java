package dev.aiendpoint.sample;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The columns that this plugin adds to a JTL, as JMeter sample variables. Their names are a public
 * contract; a value that does not apply is an empty text.
 */
public enum SampleColumn {
  PHASE("ai_phase"),
  OUTCOME("ai_outcome"),
  CACHE("ai_cache"),
  CIRCUIT("ai_circuit"),
  TTFT_MS("ai_ttft_ms"),
  TPOT_MS("ai_tpot_ms"),
  ICL_MAX_MS("ai_icl_max_ms"),
  TOKENS_IN("ai_tokens_in"),
  TOKENS_OUT("ai_tokens_out"),
  COST("ai_cost");

  private final String variable;

  SampleColumn(String variable) {
    this.variable = variable;
  }

  /** Name of the JMeter variable and of the JTL column. */
  public String variable() {
    return variable;
  }

  /** All names, comma separated: the value of JMeter's {@code sample_variables}. */
  public static String sampleVariables() {
    return Arrays.stream(values()).map(SampleColumn::variable).collect(Collectors.joining(","));
  }
}
