package dev.aiendpoint.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The text of a JSON object that a person wrote, of which single values can be replaced while every
 * other character stays where it is. Values are named by JSON Pointers (RFC 6901) without escapes,
 * such as {@code /thresholds/0/check}. Immutable.
 */
public final class JsonText {

  private static final JsonFactory FACTORY = new JsonFactory();

  private record Span(int start, int end) {}

  private final String text;
  private final Map<String, Span> spans = new HashMap<>();

  private JsonText(String text) {
    this.text = text;
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      collect("", parser);
    } catch (IOException e) {
      throw new IllegalArgumentException("text must be a JSON object: " + e.getMessage(), e);
    }
  }

  /**
   * @throws IllegalArgumentException when the text is no JSON
   */
  public static JsonText of(String text) {
    return new JsonText(text);
  }

  private void collect(String pointer, JsonParser parser) throws IOException {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        collect(pointer + "/" + name, parser);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        collect(pointer + "/" + i, parser);
      }
    } else {
      parser.finishToken();
    }
    spans.put(pointer, new Span(start, (int) parser.currentLocation().getCharOffset()));
  }

  /** The value as it is written; empty when it is not there. */
  public Optional<String> literal(String pointer) {
    return Optional.ofNullable(spans.get(pointer))
        .map(span -> text.substring(span.start(), span.end()));
  }

  /** The text with another value in the place of one that is there. */
  public JsonText with(String pointer, String literal) {
    Span span = spans.get(pointer);
    return of(text.substring(0, span.start()) + literal + text.substring(span.end()));
  }

  /** The text with a member of the outermost object set: in its place, or behind the last one. */
  public JsonText withMember(String name, String literal) {
    if (spans.containsKey("/" + name)) {
      return with("/" + name, literal);
    }
    int end = spans.get("").end() - 1;
    while (Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    String before = isOnOneLine() ? " " : lineBreak() + indent();
    return of(
        text.substring(0, end)
            + (text.charAt(end - 1) == '{' ? "" : ",")
            + before
            + quoted(name)
            + ": "
            + literal
            + text.substring(end));
  }

  /** True when the outermost object's first member stands on the line of its brace. */
  public boolean isOnOneLine() {
    return beforeFirstMember().indexOf('\n') < 0;
  }

  /** What stands before the outermost object's first member on its line. */
  public String indent() {
    String before = beforeFirstMember();
    return before.substring(before.lastIndexOf('\n') + 1);
  }

  public String lineBreak() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  private String beforeFirstMember() {
    int start = spans.get("").start() + 1;
    int end = start;
    while (Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  /** A JSON string with this content. */
  public static String quoted(String content) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(content)) + '"';
  }

  @Override
  public String toString() {
    return text;
  }
}
