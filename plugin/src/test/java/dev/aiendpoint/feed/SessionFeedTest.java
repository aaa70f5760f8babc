package dev.aiendpoint.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFeedTest {

  @TempDir Path folder;

  @AfterEach
  void close() {
    SessionFeed.closeAll();
  }

  private SessionFeed open(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("sessions.csv"), text);
    SessionFeed.open("s", file);
    return SessionFeed.of("s");
  }

  @Test
  void shouldHandOutRowsInOrderAndBeginAgain() throws IOException {
    SessionFeed feed = open("session,user\na,1\n\nb,2\n");
    assertThat(feed.size()).isEqualTo(2);
    SessionFeed.Lease first = feed.take();
    assertThat(first.row()).containsEntry("session", "a").containsEntry("user", "1");
    feed.release(first);
    assertThat(feed.take().row()).containsEntry("session", "b");
    assertThat(feed.take().row()).containsEntry("session", "a");
  }

  @Test
  void shouldPassOverIdentitiesThatSomebodyHas() throws IOException {
    SessionFeed feed = open("session\na\nb\nc\n");
    feed.take();
    SessionFeed.Lease second = feed.take();
    feed.take();
    feed.release(second);

    SessionFeed.Lease again = feed.take();

    assertThat(again.row()).containsEntry("session", "b");
    assertThat(again.shared()).isFalse();
    assertThat(feed.take().shared()).as("there are only three").isTrue();
  }

  @Test
  void shouldRefuseAFileWithoutSessions() {
    assertThatThrownBy(() -> open("user\n1\n")).hasMessageContaining("column 'session'");
    assertThatThrownBy(() -> open("session\n")).hasMessageContaining("no row");
    assertThatThrownBy(() -> open("")).hasMessageContaining("column 'session'");
  }

  @Test
  void shouldNameTheLineAndNotTheSessionOfABrokenRow() {
    assertThatThrownBy(() -> open("session,user\nsecret\n"))
        .hasMessageContaining(":2: a row has 1 values but must have 2")
        .hasMessageNotContaining("secret");
  }
}
