package dev.aiendpoint.wire;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The wire formats there are, and how one is found by name or by the shape of an event. */
public final class WireFormats {

  /** The name that leaves the choice to content type and event shape. */
  public static final String AUTO = "auto";

  static final WireFormat GENERIC = new GenericFormat();
  static final WireFormat JSON = new JsonFormat();

  /** Formats with a shape of their own; the first that recognises an event wins. */
  static final List<WireFormat> PROVIDERS =
      List.of(
          new OpenAiChatFormat(),
          new OpenAiResponsesFormat(),
          new AnthropicFormat(),
          new GeminiFormat(),
          new VercelUiFormat());

  private static final List<WireFormat> ALL =
      Stream.concat(PROVIDERS.stream(), Stream.of(JSON, GENERIC)).toList();

  private WireFormats() {}

  /** Every name that {@link AnswerReader#of} takes, {@value #AUTO} first, for lists in forms. */
  public static List<String> names() {
    return Stream.concat(Stream.of(AUTO), ALL.stream().map(WireFormat::name)).toList();
  }

  /** True for {@value #AUTO} and for no name at all. */
  static boolean isAuto(String name) {
    return name == null || name.isBlank() || name.trim().equalsIgnoreCase(AUTO);
  }

  /**
   * The format of a name; upper and lower case are the same.
   *
   * @throws IllegalArgumentException when there is none
   */
  static WireFormat named(String name) {
    String wanted = name.trim().toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(format -> format.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "AI answer: wire format was '"
                        + name
                        + "' but must be a known format; supported: "
                        + names().stream().collect(Collectors.joining(", "))));
  }

  /** The provider's format that an event belongs to, {@link #GENERIC} when no one's. */
  static WireFormat recognise(WireEvent event) {
    for (WireFormat format : PROVIDERS) {
      if (format.recognises(event)) {
        return format;
      }
    }
    return GENERIC;
  }
}
