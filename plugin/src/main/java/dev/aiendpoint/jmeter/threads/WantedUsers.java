package dev.aiendpoint.jmeter.threads;

import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which slots are wanted: those below the level that the profile asks for. It follows the profile
 * one change at a time, calls back users that retire, and says which must be started. Guarded by
 * the run's lock.
 */
final class WantedUsers {

  /**
   * One change towards the profile.
   *
   * @param more true when there may be another one to make
   * @param start slot that needs a new user
   */
  record Change(boolean more, OptionalInt start) {

    static final Change NONE = new Change(false, OptionalInt.empty());
    private static final Change MADE = new Change(true, OptionalInt.empty());

    private static Change start(int slot) {
      return new Change(true, OptionalInt.of(slot));
    }
  }

  private final ActiveUsers users;
  private final Retirements retirements;

  /** Wanted slots whose former user was stopped the hard way and must leave first. */
  private final BitSet restarts = new BitSet();

  private int level;
  private boolean open;

  WantedUsers(ActiveUsers users, Retirements retirements) {
    this.users = users;
    this.retirements = retirements;
  }

  boolean wants(VirtualUser user) {
    return user.slot < level;
  }

  /** True in phases of arrivals, which any user may serve. */
  boolean isOpen() {
    return open;
  }

  Change follow(int wanted, boolean wantedOpen, long now) {
    if (wantedOpen != open) {
      switchModel(now);
      return Change.MADE;
    }
    if (level > wanted) {
      lower(now);
      return Change.MADE;
    }
    OptionalInt start = level < wanted ? raise() : nextRestart();
    if (start.isEmpty()) {
      return level < wanted ? Change.MADE : Change.NONE;
    }
    restarts.clear(start.getAsInt());
    return Change.start(start.getAsInt());
  }

  private void switchModel(long now) {
    open = !open;
    if (open) {
      // Whoever runs may serve arrivals.
      users.all().forEach(user -> user.retireBy = VirtualUser.NEVER);
    } else {
      // Those that the new level wants are called back when it rises, before anybody is released.
      users.all().forEach(user -> retirements.retire(user, now));
    }
  }

  /** Wants one slot more; gives it when a user must be started for it. */
  private OptionalInt raise() {
    int slot = level++;
    Optional<VirtualUser> user = users.in(slot);
    if (user.isEmpty()) {
      return OptionalInt.of(slot);
    }
    if (user.get().forced) {
      restarts.set(slot);
    } else {
      user.get().retireBy = VirtualUser.NEVER;
    }
    return OptionalInt.empty();
  }

  /** A slot that is wanted again and whose stopped user has gone meanwhile. */
  private OptionalInt nextRestart() {
    return restarts.stream().filter(slot -> users.in(slot).isEmpty()).findFirst();
  }

  private void lower(long now) {
    int slot = --level;
    restarts.clear(slot);
    if (!open) {
      users.in(slot).ifPresent(user -> retirements.retire(user, now));
    }
  }
}
