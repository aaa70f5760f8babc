package dev.aiendpoint.standin.limit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * What AI answers may cost in a day, in KRW. Checked before a call and charged after it, so the
 * calls in flight may pass it a little. Safe for use by many threads.
 */
public final class DailyBudget {

  private final OptionalLong limit;
  private final Clock clock;
  private LocalDate day;
  private double spent;

  public DailyBudget(OptionalLong limit, Clock clock) {
    this.limit = limit;
    this.clock = clock;
    this.day = LocalDate.now(clock);
  }

  /** Whether today's spending is past the budget. */
  public synchronized boolean spent() {
    turnDay();
    return limit.isPresent() && spent >= limit.getAsLong();
  }

  /** Adds what a call cost. */
  public synchronized void charge(double cost) {
    turnDay();
    spent += cost;
  }

  /** Spent today, in KRW. */
  public synchronized double spentToday() {
    turnDay();
    return spent;
  }

  private void turnDay() {
    LocalDate today = LocalDate.now(clock);
    if (!today.equals(day)) {
      day = today;
      spent = 0;
    }
  }
}
