package dev.aiendpoint.baseline;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The signs that compare a figure with one value. */
public enum Operator {
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">="),
  EQUAL("=="),
  NOT_EQUAL("!=");

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  static Optional<Operator> ofSign(String sign) {
    return Arrays.stream(values()).filter(operator -> operator.sign.equals(sign)).findFirst();
  }

  /** The sign as checks write it. */
  public String sign() {
    return sign;
  }

  /** True when more or less of the figure decides, not sameness. */
  boolean isOrder() {
    return this != EQUAL && this != NOT_EQUAL;
  }

  static List<String> signs() {
    return Arrays.stream(values()).map(operator -> operator.sign).toList();
  }
}
