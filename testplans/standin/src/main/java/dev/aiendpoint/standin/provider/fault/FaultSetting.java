package dev.aiendpoint.standin.provider.fault;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A fault as it is switched on.
 *
 * @param share of requests that it concerns, 0 to 1; the others are answered as they should be
 * @param durationMs after which it lifts itself; empty for until it is lifted
 */
public record FaultSetting(Fault fault, double share, OptionalLong durationMs) {

  public static final FaultSetting HEALTHY =
      new FaultSetting(new Healthy(), 1, OptionalLong.empty());

  /** Some faults have no settings at all. */
  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

  /** As the control API shows it: the same members that it takes. */
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("mode", fault.mode().word());
    members.putAll(MAPPER.convertValue(fault, new TypeReference<Map<String, Object>>() {}));
    members.put("share", share);
    durationMs.ifPresent(millis -> members.put("durationMs", millis));
    return members;
  }
}
