package dev.aiendpoint.classify;

import dev.aiendpoint.exchange.TokenUsage;
import dev.aiendpoint.json.JsonPath;
import dev.aiendpoint.json.JsonView;
import java.util.Optional;
import java.util.OptionalLong;

/** Where a JSON answer reports token counts; a path that is not given reports nothing. */
record UsageSource(
    Optional<JsonPath> input,
    Optional<JsonPath> output,
    Optional<JsonPath> cachedInput,
    Optional<JsonPath> reasoning) {

  TokenUsage read(JsonView json) {
    return new TokenUsage(
        count(input, json), count(output, json), count(cachedInput, json), count(reasoning, json));
  }

  /** Azure reports -1 for "unknown"; a negative count is no count. */
  private static OptionalLong count(Optional<JsonPath> path, JsonView json) {
    OptionalLong found =
        path.flatMap(p -> p.first(json)).map(JsonView::longValue).orElse(OptionalLong.empty());
    return found.isPresent() && found.getAsLong() >= 0 ? found : OptionalLong.empty();
  }
}
