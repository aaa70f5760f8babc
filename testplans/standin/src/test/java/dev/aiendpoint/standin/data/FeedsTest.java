package dev.aiendpoint.standin.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The CSV feeds of the plans fit the data that the stand-in holds. */
class FeedsTest {

  private static List<String> lines(String file) throws Exception {
    return Files.readAllLines(Path.of("../../data", file));
  }

  @Test
  void shouldFindProgrammesWhenASearchTermOfTheFeedIsLookedUp() throws Exception {
    try (Database database = new Database()) {
      new SeedData(database, 1).insert(List.of("org-01"));
      Programs programs = new Programs(database);
      List<String> terms = lines("search-terms.csv");

      assertThat(terms.get(0)).isEqualTo("keyword");
      for (String term : terms.subList(1, terms.size())) {
        assertThat(programs.search(term)).as(term).isNotEmpty();
      }
      assertThat(programs.search("%")).isEmpty();
    }
  }

  @Test
  void shouldFindProgrammesOfEachAgencyOfTheFeed() throws Exception {
    try (Database database = new Database()) {
      new SeedData(database, 1).insert(List.of("org-01"));
      Programs programs = new Programs(database);
      List<String> agencies = lines("agencies.csv");

      assertThat(agencies.get(0)).isEqualTo("agency");
      assertThat(agencies.subList(1, agencies.size())).hasSize(15).doesNotHaveDuplicates();
      for (String agency : agencies.subList(1, agencies.size())) {
        assertThat(programs.search(agency))
            .as(agency)
            .extracting(Program::agency)
            .containsOnly(agency);
      }
    }
  }

  @Test
  void shouldAskInTwoLanguagesWhenTheQuestionsAreRead() throws Exception {
    List<String> questions = lines("questions.csv");

    assertThat(questions.get(0)).isEqualTo("question");
    assertThat(questions.subList(1, questions.size()))
        .hasSizeGreaterThan(30)
        .doesNotHaveDuplicates()
        .allMatch(line -> line.matches("\"([^\"]|\"\")+\""))
        .anyMatch(line -> line.chars().anyMatch(Character::isIdeographic) || line.contains("요?"))
        .anyMatch(line -> line.contains("Which"));
  }
}
