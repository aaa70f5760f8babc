package dev.aiendpoint.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A JSON value that was received, read without exceptions: a member that is not there is a view
 * that does not exist, and a value of another type is absent. Immutable.
 */
public final class JsonView {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The view of nothing. */
  public static final JsonView MISSING = new JsonView(MissingNode.getInstance());

  private final JsonNode node;

  private JsonView(JsonNode node) {
    this.node = node;
  }

  /** Parses one JSON value; empty when the text is anything else. */
  public static Optional<JsonView> parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node == null || node.isMissingNode()
          ? Optional.empty()
          : Optional.of(new JsonView(node));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  public JsonView get(String member) {
    return of(node.path(member));
  }

  public JsonView get(int index) {
    return of(node.path(index));
  }

  private static JsonView of(JsonNode node) {
    return node.isMissingNode() ? MISSING : new JsonView(node);
  }

  /** True for every value that is there, null included. */
  public boolean exists() {
    return !node.isMissingNode();
  }

  public boolean isNull() {
    return node.isNull();
  }

  public boolean isObject() {
    return node.isObject();
  }

  public boolean isArray() {
    return node.isArray();
  }

  /** The value of a JSON string. */
  public Optional<String> text() {
    return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
  }

  /** The value of a JSON string; empty text for anything else. */
  public String textOrEmpty() {
    return node.isTextual() ? node.textValue() : "";
  }

  /** The value of a whole JSON number. */
  public OptionalLong longValue() {
    return node.isNumber() && node.canConvertToLong() && node.canConvertToExactIntegral()
        ? OptionalLong.of(node.longValue())
        : OptionalLong.empty();
  }

  public OptionalDouble doubleValue() {
    return node.isNumber() ? OptionalDouble.of(node.doubleValue()) : OptionalDouble.empty();
  }

  public Optional<Boolean> booleanValue() {
    return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
  }

  /** Items of an array; empty for anything else. */
  public List<JsonView> items() {
    List<JsonView> items = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(item -> items.add(new JsonView(item)));
    }
    return items;
  }

  /** Members of an object in their order; empty for anything else. */
  public Map<String, JsonView> members() {
    Map<String, JsonView> members = new LinkedHashMap<>();
    node.fields()
        .forEachRemaining(entry -> members.put(entry.getKey(), new JsonView(entry.getValue())));
    return members;
  }

  /** A string's own text, any other value as JSON; empty when it does not exist. */
  public String display() {
    return node.isMissingNode() ? "" : node.isTextual() ? node.textValue() : node.toString();
  }

  @Override
  public String toString() {
    return display();
  }
}
