package dev.aiendpoint.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathTest {

  private static final JsonView DOCUMENT =
      JsonView.parse(
              """
              {"status": "degraded", "none": null, "a b": {"it's": 7}, "한글": "글",
               "list": [10, 20, {"x": 30}],
               "checks": {"db": {"error": "refused"}, "cache": {"ok": true}}}
              """)
          .orElseThrow();

  @ParameterizedTest(name = "{2}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$.status | degraded | a member",
        "$['status'] | degraded | a member in brackets",
        "$[\"a b\"]['it\\'s'] | 7 | names with spaces and an escaped quote",
        "$.한글 | 글 | a name that is not ASCII",
        "$.list[0] | 10 | the first item",
        "$.list[2].x | 30 | a member of an item",
        "$.none | null | null is a value",
        "$.missing | `` | a missing member",
        "$.list[9] | `` | an index past the end",
        "$.status.deeper | `` | a member of a text",
        "$.list.x | `` | a name does not enter an array",
        "$.checks[0] | `` | an index does not enter an object",
      })
  void shouldFindTheValueWhenThePathLeadsThere(String path, String expected, String sentence) {
    assertThat(JsonPath.compile(path).first(DOCUMENT).map(JsonView::display).orElse(""))
        .isEqualTo(expected);
  }

  @Test
  void shouldSayWhatTheWildcardTookWhenItTakesMembers() {
    assertThat(JsonPath.compile("$.checks.*.error").matches(DOCUMENT))
        .extracting(JsonPath.Match::taken, match -> match.value().display())
        .containsExactly(tuple("db", "refused"));
  }

  @Test
  void shouldSayWhatTheWildcardTookWhenItTakesItems() {
    assertThat(JsonPath.compile("$.list[*]").matches(DOCUMENT))
        .extracting(JsonPath.Match::taken)
        .containsExactly("0", "1", "2");
  }

  @Test
  void shouldJoinWhatWildcardsTookWhenThereAreSeveral() {
    assertThat(JsonPath.compile("$.checks.*.*").matches(DOCUMENT))
        .extracting(JsonPath.Match::taken)
        .containsExactly("db.error", "cache.ok");
  }

  @Test
  void shouldLeadToTheDocumentWhenThePathIsDollar() {
    assertThat(JsonPath.compile("$").matches(DOCUMENT))
        .extracting(JsonPath.Match::value)
        .isEqualTo(List.of(DOCUMENT));
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 0 | begins with '$'",
        "status | 0 | begins with '$'",
        "$status | 1 | '.' or '['",
        "$. | 2 | a member name",
        "$.1a | 2 | a member name",
        "$..error | 2 | descendants",
        "$.a[-1] | 4 | negative indices",
        "$.a[01] | 4 | leading zeros",
        "$.a[1:2] | 5 | ']'",
        "$.a[?@.b] | 4 | filters",
        "$.a['b | 6 | closed with '",
        "$.a['b\\n'] | 7 | after a backslash",
        "$.a[0 | 5 | ']'",
        "$.a b | 3 | '.' or '['",
      })
  void shouldNameThePositionWhenThePathIsWrong(String path, int position, String rule) {
    JsonPathSyntaxException problem =
        catchThrowableOfType(JsonPathSyntaxException.class, () -> JsonPath.compile(path));
    assertThat(problem).hasMessageContaining(rule).hasMessageContaining("supported:");
    assertThat(problem.position()).isEqualTo(position);
  }

  @Test
  void shouldRefuseWhenThePathIsAbsurd() {
    assertThat(
            catchThrowableOfType(
                JsonPathSyntaxException.class, () -> JsonPath.compile("$" + ".a".repeat(21))))
        .hasMessageContaining("20 segments");
    assertThat(
            catchThrowableOfType(
                JsonPathSyntaxException.class, () -> JsonPath.compile("$." + "a".repeat(300))))
        .hasMessageContaining("200 characters");
  }
}
