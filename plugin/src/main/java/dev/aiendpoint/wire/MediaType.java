package dev.aiendpoint.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A Content-Type, as far as it decides how an answer is read (RFC 9110, section 8.3.1).
 *
 * <pre>media-type = type "/" subtype *( ";" name "=" ( token / quoted-string ) )</pre>
 *
 * Examples: {@code text/event-stream}, {@code application/json; charset=utf-8}, {@code
 * application/problem+json}.
 *
 * @param essence type and subtype in lower case, empty when unknown
 * @param charset the charset parameter; UTF-8 when there is none that Java knows
 */
record MediaType(String essence, Charset charset) {

  private static final String CHARSET = "charset=";

  static MediaType of(String contentType) {
    if (contentType == null) {
      return new MediaType("", StandardCharsets.UTF_8);
    }
    String[] parts = contentType.split(";");
    Charset charset = StandardCharsets.UTF_8;
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].trim();
      if (part.regionMatches(true, 0, CHARSET, 0, CHARSET.length())) {
        charset = charset(part.substring(CHARSET.length()).replace("\"", "").trim());
      }
    }
    String essence = parts.length == 0 ? "" : parts[0].trim().toLowerCase(Locale.ROOT);
    return new MediaType(essence, charset);
  }

  boolean isEventStream() {
    return essence.equals("text/event-stream");
  }

  /** True when it can not be an event stream, however sure the user is. */
  boolean isDocument() {
    return isJson() || essence.equals("text/html");
  }

  boolean isJson() {
    return essence.endsWith("/json") || essence.endsWith("+json");
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
