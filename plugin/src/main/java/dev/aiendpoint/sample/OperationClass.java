package dev.aiendpoint.sample;

/** The class of an operation: the first word of its sample label. */
public enum OperationClass {
  READ,
  AI,
  WRITE,
  /** Setup, tear-down, fault switching and probes: counts in no figure of the service. */
  CONTROL,
  /** A label whose first word is none of the above. */
  OTHER;

  /** Decides by the label's first word, which must match in case. */
  public static OperationClass ofLabel(String label) {
    int space = label.indexOf(' ');
    return switch (space < 0 ? label : label.substring(0, space)) {
      case "READ" -> READ;
      case "AI" -> AI;
      case "WRITE" -> WRITE;
      case "CONTROL" -> CONTROL;
      default -> OTHER;
    };
  }
}
