package dev.aiendpoint.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path into a JSON value: a small subset of RFC 9535, compiled once. Immutable and thread-safe.
 *
 * <pre>
 * path      = "$" *segment
 * segment   = "." name  |  ".*"  |  "[" selector "]"
 * name      = (letter | "_" | non-ASCII) *(letter | digit | "_" | non-ASCII)
 * selector  = "*"  |  index  |  quoted
 * index     = "0"  |  digit1-9 *digit                       ; at most 999999
 * quoted    = "'" chars "'"  |  '"' chars '"'               ; escapes: \\ \' \"
 * </pre>
 *
 * <p>Examples: {@code $.metadata.usage.inputTokens}, {@code $.choices[0]['finish_reason']}, {@code
 * $.checks.*.error}.
 *
 * <p>Descendants ({@code ..}), filters, slices, unions, functions and negative indices are refused.
 * A path visits each node of the document at most once, whatever its wildcards.
 *
 * <p>Written here because the usual library for it needs SLF4J at run time, which the plugin must
 * not bundle: JMeter brings its own, older one.
 */
public final class JsonPath {

  static final int MAX_LENGTH = 200;
  static final int MAX_SEGMENTS = 20;

  private sealed interface Segment {}

  private record Name(String name) implements Segment {}

  private record Index(int index) implements Segment {}

  private record Wildcard() implements Segment {}

  /**
   * One value that a path leads to.
   *
   * @param taken the member names and indices that the wildcards took, joined with dots; empty for
   *     a path without wildcard
   */
  public record Match(String taken, JsonView value) {}

  private final String text;
  private final List<Segment> segments;

  private JsonPath(String text, List<Segment> segments) {
    this.text = text;
    this.segments = List.copyOf(segments);
  }

  /**
   * Compiles a path.
   *
   * @throws JsonPathSyntaxException when the text is anything else
   */
  public static JsonPath compile(String text) {
    return new JsonPath(text, new Parser(text).segments());
  }

  /** Every value that the path leads to, in document order; empty when there is none. */
  public List<Match> matches(JsonView root) {
    List<Match> found = new ArrayList<>();
    collect(root, 0, "", found);
    return found;
  }

  /** The first value that the path leads to. */
  public Optional<JsonView> first(JsonView root) {
    return matches(root).stream().map(Match::value).findFirst();
  }

  /** True when the path may lead to more than one value. */
  public boolean hasWildcard() {
    return segments.stream().anyMatch(Wildcard.class::isInstance);
  }

  /** The names of the members that the path asks for, wildcards and indices left out. */
  public List<String> names() {
    return segments.stream()
        .filter(Name.class::isInstance)
        .map(segment -> ((Name) segment).name())
        .toList();
  }

  private void collect(JsonView value, int depth, String taken, List<Match> found) {
    if (!value.exists()) {
      return;
    }
    if (depth == segments.size()) {
      found.add(new Match(taken, value));
      return;
    }
    Segment segment = segments.get(depth);
    if (segment instanceof Name name) {
      collect(value.get(name.name()), depth + 1, taken, found);
    } else if (segment instanceof Index index) {
      collect(value.get(index.index()), depth + 1, taken, found);
    } else if (value.isArray()) {
      List<JsonView> items = value.items();
      for (int i = 0; i < items.size(); i++) {
        collect(items.get(i), depth + 1, joined(taken, Integer.toString(i)), found);
      }
    } else {
      for (Map.Entry<String, JsonView> member : value.members().entrySet()) {
        collect(member.getValue(), depth + 1, joined(taken, member.getKey()), found);
      }
    }
  }

  private static String joined(String taken, String next) {
    return taken.isEmpty() ? next : taken + "." + next;
  }

  /** The path as written. */
  @Override
  public String toString() {
    return text;
  }

  /** Text to segments; stops at the first mistake. */
  private static final class Parser {

    private final String text;
    private final List<Segment> segments = new ArrayList<>();
    private int at;

    Parser(String text) {
      this.text = text;
    }

    List<Segment> segments() {
      if (text.length() > MAX_LENGTH) {
        throw problem(MAX_LENGTH, "at most " + MAX_LENGTH + " characters long");
      }
      if (!text.startsWith("$")) {
        throw problem(0, "a path that begins with '$'");
      }
      at = 1;
      while (at < text.length()) {
        if (segments.size() == MAX_SEGMENTS) {
          throw problem(at, "at most " + MAX_SEGMENTS + " segments long");
        }
        segments.add(segment());
      }
      return segments;
    }

    private Segment segment() {
      return switch (text.charAt(at)) {
        case '.' -> afterDot();
        case '[' -> inBrackets();
        default -> throw problem(at, "'.' or '[' here");
      };
    }

    private Segment afterDot() {
      at++;
      if (peek() == '*') {
        at++;
        return new Wildcard();
      }
      if (peek() == '.') {
        throw problem(at, "a path without '..' (descendants are not supported)");
      }
      int start = at;
      while (at < text.length() && isNamePart(text.charAt(at), at > start)) {
        at++;
      }
      if (at == start) {
        throw problem(at, "a member name or '*' after '.' (other names: ['the name'])");
      }
      return new Name(text.substring(start, at));
    }

    private static boolean isNamePart(char c, boolean inside) {
      return (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || c == '_'
          || c >= 0x80
          || (inside && c >= '0' && c <= '9');
    }

    private Segment inBrackets() {
      at++;
      char c = peek();
      Segment segment;
      if (c == '*') {
        at++;
        segment = new Wildcard();
      } else if (c == '\'' || c == '"') {
        segment = quoted(c);
      } else if (c >= '0' && c <= '9') {
        segment = index();
      } else {
        throw problem(at, "[0], ['name'] or [*] (filters, slices and negative indices are not)");
      }
      if (peek() != ']') {
        throw problem(at, "']' here");
      }
      at++;
      return segment;
    }

    private Segment index() {
      int start = at;
      while (peek() >= '0' && peek() <= '9') {
        at++;
      }
      String digits = text.substring(start, at);
      if (digits.length() > 6 || (digits.length() > 1 && digits.startsWith("0"))) {
        throw problem(start, "an index from 0 to 999999 without leading zeros");
      }
      return new Index(Integer.parseInt(digits));
    }

    private Segment quoted(char quote) {
      at++;
      StringBuilder name = new StringBuilder();
      while (at < text.length() && text.charAt(at) != quote) {
        char c = text.charAt(at++);
        if (c == '\\') {
          c = peek();
          if (c != '\\' && c != '\'' && c != '"') {
            throw problem(at, "one of \\\\ \\' \\\" after a backslash");
          }
          at++;
        }
        name.append(c);
      }
      if (at == text.length()) {
        throw problem(at, "closed with " + quote);
      }
      at++;
      return new Name(name.toString());
    }

    /** The next character; NUL at the end, which is part of no path. */
    private char peek() {
      return at < text.length() ? text.charAt(at) : 0;
    }

    private JsonPathSyntaxException problem(int position, String rule) {
      String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
      return new JsonPathSyntaxException(
          "path was '"
              + shown
              + "' but must be "
              + rule
              + " (character "
              + (position + 1)
              + "); supported: $, .name, ['name'], [0], [*], .*",
          position);
    }
  }
}
