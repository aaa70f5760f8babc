package dev.aiendpoint.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * 150 users must not be limited by the stand-in itself: its READ P95 stays under 50 ms at 300
 * requests a second, with the generator beside it on the same cores.
 *
 * <p>Requests are sent by the clock, whether or not earlier ones were answered, and timed from when
 * they were due, so a stand-in that falls behind shows. The machine may be busy with other builds,
 * which says nothing of the stand-in: of several short windows one must show the speed. A stand-in
 * that is too slow shows it in none.
 */
class ReadSpeedIT {

  private static final int PER_SECOND = 300;
  private static final int WARM_UP_PER_SECOND = 100;
  private static final int SECONDS = 3;
  private static final int WINDOWS = 8;
  private static final double LIMIT_MILLIS = 50;

  private static final List<String> PATHS =
      List.of(
          "/",
          "/dashboard",
          "/api/matches",
          "/api/matches?status=new",
          "/api/funding-programs?keyword=smart",
          "/api/funding-programs?keyword=battery",
          "/api/funding-programs/program-001",
          "/api/funding-programs/program-042",
          "/sign-in",
          "/api/health");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Answers in time, if {@code failed} is 0. */
  private record Window(double p95Millis, int failed) {

    boolean isFast() {
      return failed == 0 && p95Millis < LIMIT_MILLIS;
    }
  }

  @Test
  void shouldAnswerReadsWithinTheirTimeAtThreeHundredASecond() throws Exception {
    List<Window> windows = new ArrayList<>();
    try (RunningStandIn standIn = RunningStandIn.with()) {
      // Code that has not been compiled yet is slow, in the generator as in the stand-in.
      window(standIn, WARM_UP_PER_SECOND);
      do {
        windows.add(window(standIn, PER_SECOND));
      } while (!windows.get(windows.size() - 1).isFast() && windows.size() < WINDOWS);
    }
    System.out.println("READ at " + PER_SECOND + "/s, windows of " + SECONDS + " s: " + windows);
    assertThat(windows.get(windows.size() - 1)).as("windows: " + windows).matches(Window::isFast);
  }

  private Window window(RunningStandIn standIn, int perSecond) {
    int count = perSecond * SECONDS;
    AtomicInteger failed = new AtomicInteger();
    AtomicIntegerArray micros = new AtomicIntegerArray(count);
    List<CompletableFuture<?>> answers = new ArrayList<>();
    long start = System.nanoTime();
    for (int n = 0; n < count; n++) {
      int own = n;
      long due = start + n * TimeUnit.SECONDS.toNanos(1) / perSecond;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      HttpRequest request =
          standIn
              .request(n % 150, PATHS.get(n % PATHS.size()))
              .timeout(Duration.ofSeconds(20))
              .build();
      answers.add(
          client
              .sendAsync(request, BodyHandlers.ofByteArray())
              .handle(
                  (answer, problem) -> {
                    micros.set(own, (int) ((System.nanoTime() - due) / 1_000));
                    if (problem != null || answer.statusCode() != 200) {
                      failed.incrementAndGet();
                    }
                    return null;
                  }));
    }
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    int[] sorted = new int[count];
    Arrays.setAll(sorted, micros::get);
    Arrays.sort(sorted);
    return new Window(sorted[(int) Math.ceil(0.95 * count) - 1] / 1_000.0, failed.get());
  }
}
