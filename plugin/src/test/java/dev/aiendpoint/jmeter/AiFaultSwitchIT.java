package dev.aiendpoint.jmeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiendpoint.fault.TestProvider;
import java.io.IOException;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterContextService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The switch against a real server. */
@Timeout(60)
class AiFaultSwitchIT {

  private final TestProvider provider = new TestProvider();
  private final AiFaultSwitch on = new AiFaultSwitch();
  private final AiFaultSwitch off = new AiFaultSwitch();

  AiFaultSwitchIT() throws IOException {}

  @BeforeAll
  static void home() {
    JMeterHome.use();
  }

  @AfterEach
  void end() {
    provider.withoutTrouble();
    on.testEnded();
    provider.close();
    JMeterContextService.endTest();
  }

  private void useControl(String url) {
    on.setName("fault on");
    on.setProperty(AiFaultSwitch.ACTION, "on");
    on.setProperty(AiFaultSwitch.CONTROL_URL, url);
    on.setProperty(AiFaultSwitch.DELAY_MILLIS, "none");
    off.setName("CONTROL fault off");
    off.setProperty(AiFaultSwitch.ACTION, "off");
  }

  private void useHooks(String onUrl, String offUrl) {
    useControl("");
    on.setProperty(AiFaultSwitch.ON_URL, onUrl);
    on.setProperty(AiFaultSwitch.OFF_URL, offUrl);
  }

  @Test
  void shouldSwitchAndSaySo() {
    useControl(provider.control());
    SampleResult induced = on.sample(null);
    assertThat(induced.getSampleLabel()).isEqualTo("CONTROL fault on");
    assertThat(induced.isSuccessful()).as(induced.getResponseMessage()).isTrue();
    assertThat(on.sample(null)).as("nothing to do").isNull();
    provider.asked("status");
    SampleResult lifted = off.sample(null);
    assertThat(lifted.getResponseMessage()).endsWith("1 provider calls met it");
    assertThat(lifted.isSuccessful()).isTrue();
    assertThat(off.sample(null)).as("nothing to do").isNull();
  }

  @Test
  void shouldShowNoSecretOfAUrl() {
    useControl(provider.control().replace("http://", "http://me:hush@") + "?key=hush");
    SampleResult induced = on.sample(null);
    SampleResult lifted = off.sample(null);
    assertThat(lifted.isSuccessful()).isFalse();
    assertThat(lifted.getResponseMessage()).contains("no request met it");
    for (SampleResult result : new SampleResult[] {induced, lifted}) {
      assertThat(result.getResponseMessage() + result.getResponseDataAsString())
          .contains(provider.control())
          .doesNotContain("hush");
    }
  }

  @Test
  void shouldReplaceAnotherFault() {
    useControl(provider.control());
    on.sample(null);
    provider.asked("status");
    on.setProperty(AiFaultSwitch.FAULT, "{\"mode\":\"hang\"}");
    SampleResult replaced = on.sample(null);
    assertThat(replaced.getResponseMessage()).contains("\"hang\"", "replaced PUT");
    assertThat(replaced.isSuccessful()).isTrue();
  }

  @Test
  void shouldSayThatTheFaultIsStillOnWhenItCannotBeLifted() {
    useHooks(provider.url("/on"), provider.url("/off"));
    on.sample(null);
    provider.with("POST /off", TestProvider.Trouble.REDIRECTED);
    SampleResult lifted = off.sample(null);
    assertThat(lifted.isSuccessful()).isFalse();
    assertThat(lifted.getResponseMessage()).contains("is still on", "answered 307");
    assertThat(provider.requests()).containsExactly("POST /on", "POST /off");
  }

  @Test
  void shouldLiftAtTheEndOfTheTest() {
    useHooks(provider.url("/on"), provider.url("/off"));
    on.sample(null);
    on.testEnded();
    assertThat(provider.requests()).containsExactly("POST /on", "POST /off");
  }

  @ParameterizedTest
  @ValueSource(strings = {AiFaultSwitch.CONTROL_URL, AiFaultSwitch.ON_URL, AiFaultSwitch.OFF_URL})
  void shouldRefuseAHostThatIsNotLoopback(String key) {
    useControl(provider.control());
    on.setProperty(key, "http://me:hush@192.0.2.1/x?key=hush");
    assertThatThrownBy(on::testStarted)
        .isInstanceOf(RunRefusedException.class)
        .hasMessageContaining("fault on: ")
        .hasMessageContaining("192.0.2.1")
        .hasMessageNotContaining("hush");
  }

  @Test
  void shouldForgetWhatTheProviderDidInAnEarlierTest() {
    JMeterContextService.startTest();
    useControl(provider.control());
    on.sample(null);
    provider.asked("status");
    off.sample(null);
    assertThat(AiFaultSwitch.providerLog()).isPresent();
    JMeterContextService.endTest();
    await(System.currentTimeMillis());
    JMeterContextService.startTest();
    assertThat(AiFaultSwitch.providerLog()).isEmpty();
  }

  /** Tests of the same millisecond are one. */
  private static void await(long millis) {
    while (System.currentTimeMillis() <= millis) {
      Thread.onSpinWait();
    }
  }
}
