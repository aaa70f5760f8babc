package dev.aiendpoint.jmeter.threads;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The users that are to end, and until when they may take for it. A user that is wanted again in
 * time stays: its entry here has lost its meaning and is passed over. Guarded by the run's lock.
 */
final class Retirements {

  private static final Logger log = LoggerFactory.getLogger(Retirements.class);

  /** A user that ignores being interrupted is interrupted again after this. */
  private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

  private record Retirement(VirtualUser user, long deadline) {}

  private final String group;
  private final Duration gracefulLimit;
  private final ActiveUsers users;
  private final Queue<Retirement> queue =
      new PriorityQueue<>(Comparator.comparingLong(Retirement::deadline));

  Retirements(String group, Duration gracefulLimit, ActiveUsers users) {
    this.group = group;
    this.gracefulLimit = gracefulLimit;
    this.users = users;
  }

  void retire(VirtualUser user, long now) {
    add(user, now + gracefulLimit.toNanos());
  }

  private void add(VirtualUser user, long deadline) {
    user.retireBy = deadline;
    queue.add(new Retirement(user, deadline));
  }

  /** On the profile's clock; {@link Long#MAX_VALUE} when there is none. */
  long nextDeadline() {
    return queue.isEmpty() ? Long.MAX_VALUE : queue.peek().deadline();
  }

  /** A user whose time is over, and who must be stopped the hard way now. */
  Optional<VirtualUser> nextOverdue(long now) {
    while (nextDeadline() <= now) {
      Retirement first = queue.remove();
      VirtualUser user = first.user();
      if (users.contains(user) && user.retireBy == first.deadline()) {
        if (!user.forced) {
          log.warn(
              "{}: {} did not finish its iteration within {} s and is stopped",
              group,
              user.jmeterThread.getThreadName(),
              gracefulLimit.toMillis() / 1000.0);
        }
        user.forced = true;
        add(user, now + AGAIN_NANOS);
        return Optional.of(user);
      }
    }
    return Optional.empty();
  }
}
