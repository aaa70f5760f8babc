package dev.aiendpoint.promote;

import java.util.List;

/** A run cannot be promoted; carries every reason. */
public final class PromotionRefusedException extends Exception {

  private final transient List<String> reasons;

  PromotionRefusedException(List<String> reasons) {
    super(String.join("\n", reasons));
    this.reasons = List.copyOf(reasons);
  }

  public List<String> reasons() {
    return reasons;
  }
}
