package dev.aiendpoint.standin.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {

  private static final Path BUNDLED = Path.of("../../data/sessions.csv");

  @TempDir Path folder;

  /** How data/sessions.csv was made; change both together. */
  private static List<String> generate() throws Exception {
    List<String> lines = new ArrayList<>(List.of("session,user,organization"));
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int i = 1; i <= 240; i++) {
      byte[] hash =
          digest.digest(("connect-stand-in-test-sessions:" + i).getBytes(StandardCharsets.UTF_8));
      lines.add(
          "standin-test-%s,user-%03d,org-%02d"
              .formatted(
                  Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                  i,
                  (i - 1) / 4 + 1));
    }
    return lines;
  }

  @Test
  void shouldBeTheGeneratedOnesWhenReadFromTheRepository() throws Exception {
    assertThat(Files.readAllLines(BUNDLED)).isEqualTo(generate());
  }

  @Test
  void shouldKnow240UsersOf60CompaniesWhenBundled() throws Exception {
    Sessions sessions = Sessions.bundled();
    String first = Files.readAllLines(BUNDLED).get(1).split(",")[0];

    assertThat(sessions.users()).hasSize(240).doesNotHaveDuplicates();
    assertThat(sessions.users().stream().map(TestUser::organization).distinct()).hasSize(60);
    assertThat(sessions.user(first)).contains(new TestUser("user-001", "org-01"));
    assertThat(sessions.user("forged")).isEmpty();
  }

  @Test
  void shouldNotQuoteTheSessionWhenALineIsWrong() throws Exception {
    Path file = folder.resolve("sessions.csv");
    Files.writeString(file, "session,user,organization\nsecret-value,user-1\n");

    assertThatThrownBy(() -> Sessions.read(file))
        .hasMessageContaining("sessions.csv:2")
        .hasMessageNotContaining("secret-value");
  }

  @Test
  void shouldRefuseWhenTheHeaderIsAnother() throws Exception {
    Path file = folder.resolve("sessions.csv");
    Files.writeString(file, "a,user-1,org-1\n");

    assertThatThrownBy(() -> Sessions.read(file)).hasMessageContaining("session,user,organization");
  }
}
