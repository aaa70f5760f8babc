package dev.aiendpoint.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class InducedFaultsTest {

  private static final String SLOW_503 = "{\"mode\":\"status\",\"status\":503}";
  private static final String SLOW_500 = "{\"mode\":\"status\",\"status\":500}";
  private static final String HANG = "{\"mode\":\"hang\"}";

  private final TestProvider provider;
  private final ProviderControl control;
  private final InducedFaults faults = new InducedFaults();

  InducedFaultsTest() throws IOException {
    provider = new TestProvider();
    control = new ProviderControl(provider.control());
  }

  @AfterEach
  void close() {
    provider.close();
  }

  private HttpAction hook(String path) {
    return HttpAction.parse("hook", "POST", provider.url(path), "");
  }

  private void induceAndMeet(String fault, String mode) throws IOException {
    faults.induce(control, fault);
    provider.pass(10);
    provider.asked(mode);
    provider.pass(10);
  }

  @Test
  void shouldTellHowManyRequestsMetTheFault() throws IOException {
    induceAndMeet(SLOW_503, "status");
    assertThat(faults.lift()).singleElement().asString().endsWith(": 1 provider calls met it");
    assertThat(faults.any()).isFalse();
  }

  @ParameterizedTest(name = "{0}: a call that was logged as {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"mode\":\"status\"}; healthy",
        "{\"mode\":\"status\"}; invalid",
        "{\"mode\":\"status\"}; capacity",
        "{\"mode\":\"status\"}; hang",
        "{\"mode\":\"healthy\"}; healthy",
        "{}; status",
      })
  void shouldNotTakeAnotherCallForOneThatMetTheFault(String fault, String mode) throws IOException {
    induceAndMeet(fault, mode);
    assertThatIOException().isThrownBy(faults::lift).withMessageContaining("no request met it");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {SLOW_503, SLOW_500})
  void shouldNotCountWhatMetAnEarlierFault(String second) throws IOException {
    induceAndMeet(SLOW_503, "status");
    faults.lift();
    provider.pass(1_000);
    faults.induce(control, second);
    assertThatIOException().isThrownBy(faults::lift).withMessageContaining("no request met it");
  }

  @Test
  void shouldShowNoSecretOfTheControlUrl() throws IOException {
    String secret = provider.control().replace("http://", "http://me:hush@") + "?key=hush";
    faults.induce(new ProviderControl(secret), SLOW_503);
    assertThatIOException()
        .isThrownBy(faults::lift)
        .withMessageContaining("does " + provider.control() + " control")
        .withMessageNotContaining("hush");
    assertThat(new ProviderControl(secret)).asString().isEqualTo(provider.control());
  }

  @Test
  void shouldReplaceAnotherFaultOfTheSameProvider() throws IOException {
    induceAndMeet(SLOW_503, "status");
    assertThat(faults.induce(control, HANG).orElseThrow())
        .singleElement()
        .asString()
        .contains("replaced PUT ", ": 1 provider calls met it");
    assertThat(provider.requests())
        .containsExactly("PUT /__control/faults", "PUT /__control/faults");
    provider.asked("hang");
    assertThat(faults.lift()).hasSize(1);
  }

  @Test
  void shouldSayWhenAFaultIsReplacedThatNothingMet() throws IOException {
    faults.induce(control, SLOW_503);
    assertThatIOException()
        .isThrownBy(() -> faults.induce(control, HANG))
        .withMessageContaining("the fault before it is no test")
        .withMessageContaining("no request met it");
  }

  @Test
  void shouldLiftAHookBeforeAnotherFault() throws IOException {
    faults.induce(hook("/on"), hook("/off"));
    faults.induce(hook("/on-2"), hook("/off"));
    faults.induce(control, HANG);
    assertThat(provider.requests())
        .containsExactly(
            "POST /on", "POST /off", "POST /on-2", "POST /off", "PUT /__control/faults");
  }

  @Test
  void shouldDoNothingWhenTheVeryFaultIsOn() throws IOException {
    faults.induce(control, SLOW_503);
    assertThat(faults.induce(control, SLOW_503)).isEmpty();
    assertThat(provider.requests()).hasSize(1);
    InducedFaults hooks = new InducedFaults();
    hooks.induce(hook("/on"), hook("/off"));
    assertThat(hooks.induce(hook("/on"), hook("/off"))).isEmpty();
    assertThat(provider.requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE"})
  void shouldSwitchOnceOnlyWhenTheAnswerIsLost(String method) {
    provider.with(method + " /on", TestProvider.Trouble.DROPPED);
    for (String body : List.of("", "{}")) {
      HttpAction action = HttpAction.parse("hook", method, provider.url("/on"), body);
      assertThatThrownBy(action::send).isInstanceOf(IOException.class);
    }
    assertThat(provider.requests()).containsExactly(method + " /on", method + " /on");
  }

  @Test
  void shouldFollowNoRedirect() {
    provider.with("POST /on", TestProvider.Trouble.REDIRECTED);
    assertThatIOException().isThrownBy(hook("/on")::send).withMessageContaining("answered 307");
    assertThat(provider.requests()).containsExactly("POST /on");
  }

  @Test
  void shouldLiftAlthoughTheThreadIsInterrupted() throws IOException {
    induceAndMeet(SLOW_503, "status");
    Thread.currentThread().interrupt();
    faults.lift();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(provider.requests()).endsWith("DELETE /__control/faults");
  }

  @Test
  void shouldSayThatAFaultIsStillOn() throws IOException {
    induceAndMeet(SLOW_503, "status");
    provider.with("DELETE /__control/faults", TestProvider.Trouble.FAILED);
    assertThatIOException().isThrownBy(faults::lift).withMessageContaining("is still on");
    assertThat(faults.any()).isTrue();
    provider.withoutTrouble();
    assertThat(faults.lift()).hasSize(1);
  }

  /** The end of the test could not; the end of the process can. */
  @Test
  void shouldTryAgainAtTheEndOfTheProcess() throws IOException {
    faults.induce(hook("/on"), hook("/off"));
    provider.with("POST /off", TestProvider.Trouble.FAILED);

    assertThat(faults.liftQuietly()).hasSize(1);
    assertThat(faults.any()).as("still known").isTrue();
    provider.withoutTrouble();

    assertThat(faults.end()).isEmpty();
    assertThat(faults.any()).isFalse();
    assertThat(provider.requests()).containsExactly("POST /on", "POST /off", "POST /off");
  }

  @Test
  void shouldForgetAFaultWhoseProviderIsGone() throws IOException {
    induceAndMeet(SLOW_503, "status");
    provider.close();

    assertThat(faults.liftQuietly()).isEmpty();
    assertThat(faults.any()).isFalse();
  }

  @Test
  void shouldLiftAtTheEndWhatMayBeOnAlthoughItsAnswerIsLost() {
    provider.with("PUT /__control/faults", TestProvider.Trouble.DROPPED);
    assertThatIOException().isThrownBy(() -> faults.induce(control, SLOW_503));
    assertThat(faults.end()).isEmpty();
    assertThat(provider.requests()).endsWith("DELETE /__control/faults");
    assertThatIOException()
        .isThrownBy(() -> faults.induce(control, SLOW_503))
        .withMessageContaining("the run is ending");
  }

  @Test
  void shouldKeepTheProvidersLogForTheRunThatReadIt() throws IOException {
    long start = System.currentTimeMillis();
    induceAndMeet(SLOW_503, "status");
    faults.lift();
    assertThat(faults.providerLog(start))
        .hasValueSatisfying(
            log ->
                assertThat(log.calls())
                    .singleElement()
                    .satisfies(
                        call -> {
                          assertThat(call.failed()).isTrue();
                          assertThat(call.lateMillis()).hasValue(TestProvider.LATE_MILLIS);
                        }));
    assertThat(faults.providerLog(System.currentTimeMillis() + 1)).isEqualTo(Optional.empty());
  }
}
