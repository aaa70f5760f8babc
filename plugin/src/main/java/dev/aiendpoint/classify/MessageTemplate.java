package dev.aiendpoint.classify;

import dev.aiendpoint.json.JsonPath;
import dev.aiendpoint.json.JsonPathSyntaxException;
import dev.aiendpoint.json.JsonView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The message of a rule, with placeholders that the exchange fills. Immutable and thread-safe.
 *
 * <pre>
 * template    = *( text | placeholder )        ; text is everything but "{"
 * placeholder = "{status}" | "{error}" | "{header:" name "}" | "{" path "}"
 * </pre>
 *
 * <p>Examples: {@code limited: {$.message}}, {@code retry after {header:Retry-After} s}, {@code
 * health is {$.status}: {$.checks.*.error}}, which becomes {@code health is degraded: database:
 * Connection refused}: a path with wildcards is shown as {@code name: value; name: value}.
 *
 * <p>Headers and members that carry secrets are refused; what looks like a secret inside a value is
 * masked; query strings of a {@code Location} are cut off. A value that is missing is shown as
 * {@code -}. Rendered text is one line of at most {@value #MAX_RENDERED} characters.
 */
final class MessageTemplate {

  static final int MAX_LENGTH = 300;
  static final int MAX_RENDERED = 400;
  private static final int MAX_MATCHES = 10;

  private sealed interface Part {
    String render(Facts facts);
  }

  private record Literal(String text) implements Part {
    @Override
    public String render(Facts facts) {
      return text;
    }
  }

  private record Status() implements Part {
    @Override
    public String render(Facts facts) {
      return facts.status().isPresent() ? Integer.toString(facts.status().getAsInt()) : "-";
    }
  }

  private record ErrorText() implements Part {
    @Override
    public String render(Facts facts) {
      return facts.error().orElse("-");
    }
  }

  private record Header(String name) implements Part {
    @Override
    public String render(Facts facts) {
      String value = facts.headers().first(name).orElse("-");
      return name.equalsIgnoreCase("location") ? RedirectTarget.path(value) : value;
    }
  }

  private record Path(JsonPath path) implements Part {
    @Override
    public String render(Facts facts) {
      List<JsonPath.Match> matches =
          path.matches(facts.json()).stream().filter(match -> !match.value().isNull()).toList();
      String shown =
          matches.stream()
              .limit(MAX_MATCHES)
              .map(match -> match.taken().isEmpty() ? shown(match) : named(match))
              .collect(Collectors.joining("; "));
      return matches.isEmpty() ? "-" : matches.size() > MAX_MATCHES ? shown + "; …" : shown;
    }

    private static String named(JsonPath.Match match) {
      // A member whose name the wildcard took is as secret as one that the path names.
      return match.taken() + ": " + (SecretMask.hidesMember(match.taken()) ? "***" : shown(match));
    }

    /** Objects and arrays are not printed: nobody can say what they hold. */
    private static String shown(JsonPath.Match match) {
      JsonView value = match.value();
      return value.isObject() ? "{…}" : value.isArray() ? "[…]" : value.display();
    }
  }

  private final List<Part> parts;

  private MessageTemplate(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * Compiles a template.
   *
   * @throws IllegalArgumentException with the rule that it breaks, to follow "but must be"
   */
  static MessageTemplate compile(String text) {
    if (text.isBlank() || text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a text of 1 to " + MAX_LENGTH + " characters");
    }
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      if (open < 0) {
        parts.add(new Literal(text.substring(at)));
        break;
      }
      int close = text.indexOf('}', open);
      if (close < 0) {
        throw new IllegalArgumentException("closed with '}' where '{' opens a placeholder");
      }
      if (open > at) {
        parts.add(new Literal(text.substring(at, open)));
      }
      parts.add(placeholder(text.substring(open + 1, close)));
      at = close + 1;
    }
    return new MessageTemplate(parts);
  }

  private static Part placeholder(String name) {
    if (name.equals("status")) {
      return new Status();
    }
    if (name.equals("error")) {
      return new ErrorText();
    }
    if (name.startsWith("header:")) {
      String header = name.substring("header:".length());
      if (!HeaderName.isValid(header)) {
        throw new IllegalArgumentException("a text whose {header:…} names a header");
      }
      if (SecretMask.hidesHeader(header)) {
        throw new IllegalArgumentException(
            "a text without secrets: the header " + header + " is never printed");
      }
      return new Header(header);
    }
    if (name.startsWith("$")) {
      JsonPath path;
      try {
        path = JsonPath.compile(name);
      } catch (JsonPathSyntaxException e) {
        throw new IllegalArgumentException("a text with valid paths: " + e.getMessage(), e);
      }
      path.names().stream()
          .filter(SecretMask::hidesMember)
          .findFirst()
          .ifPresent(
              member -> {
                throw new IllegalArgumentException(
                    "a text without secrets: the member " + member + " is never printed");
              });
      return new Path(path);
    }
    throw new IllegalArgumentException(
        "a text with known placeholders; supported: {status}, {error}, {header:Name}, {$.path}");
  }

  String render(Facts facts) {
    return line(parts.stream().map(part -> part.render(facts)).collect(Collectors.joining()));
  }

  /** One line, masked and cut. */
  static String line(String text) {
    String head = text.length() > 4 * MAX_RENDERED ? text.substring(0, 4 * MAX_RENDERED) : text;
    String oneLine = SecretMask.mask(head).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return oneLine.length() <= MAX_RENDERED
        ? oneLine
        : oneLine.substring(0, MAX_RENDERED - 1) + "…";
  }
}
