package dev.aiendpoint.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiendpoint.json.InvalidFileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponseProfilesTest {

  private static final String OWN =
      """
      {"name":"own","cache":[{"id":"a","when":{"status":200},"then":"HIT"}]}""";

  @TempDir private Path folder;

  @Test
  void shouldLoadWhenTheNameIsBundled() throws Exception {
    for (String name : ResponseProfiles.bundledNames()) {
      assertThat(ResponseProfiles.load(name, List.of()).name()).isEqualTo(name);
    }
  }

  @Test
  void shouldLoadTheFileWhenItIsInAFolderOrAbsolute() throws Exception {
    Path file = Files.writeString(folder.resolve("own.json"), "\uFEFF" + OWN);
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(ResponseProfiles.load("own.json", List.of(empty, folder)).name()).isEqualTo("own");
    assertThat(ResponseProfiles.load(file.toString(), List.of()).name()).isEqualTo("own");
  }

  @Test
  void shouldListTheSupportedNamesWhenTheNameIsUnknown() {
    assertThatThrownBy(() -> ResponseProfiles.load("conect", List.of(folder)))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("profile was 'conect' but must be a bundled name or a file")
        .hasMessageContaining("did you mean 'connect'?")
        .hasMessageContaining(
            "supported: anthropic, apisix, azure-openai, bedrock, cloudflare-ai-gateway, connect");
    for (String name : List.of("", "../..", "a\0b", ".")) {
      assertThatThrownBy(() -> ResponseProfiles.load(name, List.of(folder)))
          .isInstanceOf(InvalidFileException.class);
    }
  }

  @Test
  void shouldSayWhyWhenTheFileIsNoText() throws Exception {
    Files.write(folder.resolve("latin.json"), "{\"é\":1}".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> ResponseProfiles.load("latin.json", List.of(folder)))
        .hasMessageContaining("latin.json: profile is not UTF-8");
    Files.write(folder.resolve("large.json"), new byte[1024 * 1024 + 1]);
    assertThatThrownBy(() -> ResponseProfiles.load("large.json", List.of(folder)))
        .hasMessageContaining("larger than 1 MiB");
  }
}
