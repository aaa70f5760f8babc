package dev.aiendpoint.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiendpoint.json.JsonView;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFeedTest {

  @Test
  void shouldHandOutRowsInOrderAndBeginAgain() {
    DataFeed feed = DataFeed.parse("f", "a,b\n1,2\n3,4\n");

    assertThat(feed.next()).containsEntry("a", "1").containsEntry("b", "2");
    assertThat(feed.next()).containsEntry("a", "3");
    assertThat(feed.next()).containsEntry("a", "1");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "plain; plain; as it is",
        "\"a, b\"; a, b; a comma inside quotes",
        "\"say \"\"yes\"\"\"; say \"yes\"; a doubled quote",
        "\"two\\nlines\"; two\\nlines; a line end inside quotes",
        "지원 사업?; 지원 사업?; Korean",
      })
  void shouldReadValues(String written, String value, String sentence) {
    DataFeed feed =
        DataFeed.parse("f", "\uFEFFvalue\r\n\r\n" + written.replace("\\n", "\n") + "\r\n");

    assertThat(feed.next()).as(sentence).containsEntry("value", value.replace("\\n", "\n"));
  }

  @Test
  void shouldGiveEachValueForTheInsideOfAJsonText() {
    String nasty = "a \"quote\", a \\, a\ttab,\n a line and a \u0001";
    Map<String, String> row =
        DataFeed.parse("f", "q\n\"" + nasty.replace("\"", "\"\"") + "\"\n").next();

    String json = "{\"message\": \"" + row.get("q_json") + "\"}";
    assertThat(JsonView.parse(json).orElseThrow().get("message").text()).contains(nasty);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "a; a header line and at least one row; no row",
        "a,b\\n1,2\\n\\n3\\n; f.csv:4: a row has 1 values but must have 2; a short row",
        "a\\n1\\n\"x\\ny; f.csv:3: a quote is never closed; an open quote",
        "a\\n\"x\"y\\n; f.csv:2: a quoted value must be followed by; text after a quote",
      })
  void shouldRefuseABrokenFile(String text, String words, String sentence) {
    assertThatThrownBy(() -> DataFeed.parse("f.csv", text.replace("\\n", "\n")))
        .as(sentence)
        .hasMessageContaining(words);
  }

  @Test
  void shouldGiveEachRowOnceWhenManyUsersAsk() {
    StringBuilder text = new StringBuilder("n\n");
    IntStream.range(0, 1000).forEach(i -> text.append(i).append('\n'));
    DataFeed feed = DataFeed.parse("f", text.toString());
    Set<String> seen = ConcurrentHashMap.newKeySet();

    IntStream.range(0, 1000).parallel().forEach(i -> seen.add(feed.next().get("n")));

    assertThat(seen).hasSize(1000);
  }
}
