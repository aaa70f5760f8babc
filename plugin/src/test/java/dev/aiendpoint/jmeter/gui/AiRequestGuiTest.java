package dev.aiendpoint.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.classify.ResponseProfiles;
import dev.aiendpoint.jmeter.AiRequest;
import dev.aiendpoint.jmeter.JMeterHome;
import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import org.apache.jmeter.config.Arguments;
import org.apache.jmeter.protocol.http.sampler.HTTPSamplerBaseSchema;
import org.apache.jmeter.protocol.http.util.HTTPArgument;
import org.apache.jmeter.protocol.http.util.HTTPFileArg;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AiRequestGuiTest {

  private static final HTTPSamplerBaseSchema HTTP = HTTPSamplerBaseSchema.INSTANCE;

  private AiRequestGui form;

  @BeforeAll
  static void prepare() {
    JMeterHome.use();
  }

  @Test
  void shouldLeaveRedirectsToTheHttpClientAndKeepTheConnection() {
    AiRequest made = made();

    assertThat(made.get(HTTP.getAutoRedirects())).isTrue();
    assertThat(made.getPropertyOrNull(HTTP.getFollowRedirects())).isNull();
    assertThat(made.getUseKeepAlive()).isTrue();
    assertThat(made.getMethod()).isEqualTo("GET");
    assertThat(made.isImageParser()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "HTTPSampler.domain, ${host}",
    "HTTPSampler.port, ${__P(target.port)}",
    "HTTPSampler.protocol, ${scheme}",
    "HTTPSampler.contentEncoding, ${encoding}",
    "HTTPSampler.path, /api/chat/${id}",
    "HTTPSampler.method, ${method}",
    "HTTPSampler.use_keepalive, ${keep}",
    "HTTPSampler.DO_MULTIPART_POST, ${parts}",
    "HTTPSampler.connect_timeout, ${connect}",
    "HTTPSampler.response_timeout, ${response}",
    "HTTPSampler.ipSource, ${source}",
    "HTTPSampler.proxyScheme, ${proxyScheme}",
    "HTTPSampler.proxyHost, ${proxy}",
    "HTTPSampler.proxyPort, ${proxyPort}",
    "HTTPSampler.proxyUser, ${proxyUser}",
    "HTTPSampler.proxyPass, ${proxyPass}",
  })
  void shouldKeepEachPropertyOfAnHttpRequest(String key, String value) {
    AiRequest request = made();
    request.setProperty(key, value);

    assertThat(shownAndStored(request).getPropertyAsString(key)).isEqualTo(value);
  }

  @Test
  void shouldKeepABodyWithVariables() {
    AiRequest request = made();
    String body = "{\"message\": \"${question}\",\r\n \"stream\": true}";
    Arguments arguments = new Arguments();
    HTTPArgument argument = new HTTPArgument("", body, false);
    argument.setAlwaysEncoded(false);
    arguments.addArgument(argument);
    request.setPostBodyRaw(true);
    request.setArguments(arguments);

    AiRequest stored = shownAndStored(request);

    assertThat(stored.getPostBodyRaw()).isTrue();
    assertThat(stored.getArguments().getArgument(0).getValue()).isEqualTo(body);
  }

  @Test
  void shouldKeepParametersAndFiles() {
    AiRequest request = made();
    request.addArgument("keyword", "${word}");
    request.setHTTPFiles(new HTTPFileArg[] {new HTTPFileArg("${file}", "upload", "text/plain")});

    AiRequest stored = shownAndStored(request);

    assertThat(stored.getArguments().getArgumentsAsMap()).containsEntry("keyword", "${word}");
    assertThat(stored.getHTTPFiles()).extracting(HTTPFileArg::getPath).containsExactly("${file}");
  }

  @Test
  void shouldNotKeepTheBodyOfTheLastElement() {
    AiRequest request = made();
    request.addNonEncodedArgument("", "the body of another request", "");
    request.setPostBodyRaw(true);
    form.configure(request);

    AiRequest fresh = (AiRequest) form.createTestElement();

    assertThat(shownAndStored(fresh).getArguments().getArgumentCount()).isZero();
  }

  @Test
  void shouldDropWhatHasNoMeaningForAnAiRequest() {
    AiRequest request = made();
    request.setImageParser(true);
    request.setMD5(true);
    request.setImplementation("Java");

    AiRequest stored = shownAndStored(request);

    assertThat(stored.isImageParser()).isFalse();
    assertThat(stored.useMD5()).isFalse();
    assertThat(stored.getImplementation()).isEmpty();
  }

  @Test
  void shouldShowTheTabOfAnHttpRequestAndItsOwn() {
    made();
    JTabbedPane tabs =
        visible(form).stream()
            .filter(JTabbedPane.class::isInstance)
            .map(JTabbedPane.class::cast)
            .findFirst()
            .orElseThrow();

    assertThat(List.of(tabs.getTitleAt(0), tabs.getTitleAt(1), tabs.getTitleAt(2)))
        .containsExactly("Basic", "AI", "Advanced");
  }

  @Test
  void shouldHideWhatHasNoMeaningForAnAiRequest() {
    made();

    assertThat(texts(visible(form)))
        .contains("Redirect Automatically", "Wire format:", "Connect:", "Port Number:")
        .doesNotContain(
            "Implementation:",
            "Retrieve All Embedded Resources",
            "Parallel downloads. Number:",
            "Save response as MD5 hash?");
  }

  @Test
  void shouldOfferTheWireFormatsAndProfilesThereAre() {
    made();

    assertThat(choices(AiRequest.WIRE_FORMAT)).startsWith("auto").contains("openai-chat", "gemini");
    assertThat(choices(AiRequest.PROFILE))
        .startsWith("anthropic")
        .contains("connect", "generic", "openai")
        .containsExactlyElementsOf(ResponseProfiles.bundledNames());
  }

  private List<String> choices(String key) {
    return visible(form).stream()
        .filter(part -> key.equals(part.getName()))
        .map(part -> (JComboBox<?>) part)
        .flatMap(
            list ->
                java.util.stream.IntStream.range(0, list.getItemCount())
                    .mapToObj(i -> list.getItemAt(i).toString()))
        .toList();
  }

  private AiRequest made() {
    form = new AiRequestGui();
    return (AiRequest) form.createTestElement();
  }

  private AiRequest shownAndStored(AiRequest request) {
    form.configure(request);
    AiRequest stored = new AiRequest();
    form.modifyTestElement(stored);
    return stored;
  }

  private static List<String> texts(List<Component> parts) {
    List<String> texts = new ArrayList<>();
    for (Component part : parts) {
      if (part instanceof JLabel label) {
        texts.add(label.getText());
      } else if (part instanceof AbstractButton button) {
        texts.add(button.getText());
      }
    }
    return texts;
  }

  /** Everything that is not hidden; the tabs that are not in front count as seen. */
  private static List<Component> visible(Container within) {
    List<Component> parts = new ArrayList<>();
    for (Component part : within.getComponents()) {
      if (part.isVisible() || within instanceof JTabbedPane) {
        parts.add(part);
        if (part instanceof Container deeper) {
          parts.addAll(visible(deeper));
        }
      }
    }
    return parts;
  }
}
