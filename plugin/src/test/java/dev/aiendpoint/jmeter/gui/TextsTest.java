package dev.aiendpoint.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.jmeter.JMeterHome;
import java.util.Locale;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextsTest {

  @BeforeEach
  void prepare() {
    JMeterHome.use();
  }

  @AfterEach
  void backToEnglish() {
    JMeterUtils.setLocale(Locale.ENGLISH);
  }

  @Test
  void shouldSpeakEnglishWhenThereIsNoTranslation() {
    JMeterUtils.setLocale(Locale.KOREAN);

    assertThat(Texts.label("AiRequest")).isEqualTo("AI Request");
    assertThat(Texts.anchor("AiRequest")).isEqualTo("AI_Request");
  }

  @Test
  void shouldShowTheKeyOfAMissingText() {
    assertThat(Texts.get("no.such.text")).isEqualTo("[no.such.text]");
    assertThat(Texts.find("no.such.text")).isEmpty();
  }
}
