package dev.aiendpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the documents against the files they speak of. */
class DocumentsTest {

  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("..").normalize();

  /** A row of a table of properties: name, default, whether Maven passes it. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([\\w.]+)` \\|[^|]*\\| (yes|no) \\|");

  private static final Pattern ARGUMENT = Pattern.compile("<argument>-D([\\w.]+)=");
  private static final Pattern PROPERTY_FUNCTION = Pattern.compile("__P\\(([\\w.]+)");

  /** Set by the element AI Endpoint when a run starts. */
  private static final String SET_BY_THE_PLUGIN = "target.";

  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+?) *$");

  @Test
  void shouldDocumentAsPassedByMavenExactlyWhatThePomPasses() throws IOException {
    assertThat(documented("yes"))
        .as("docs/properties.md, rows marked yes, and <argument>s of testplans/pom.xml")
        .isEqualTo(passedByMaven());
  }

  @Test
  void shouldDocumentEveryPropertyThatAPlanReads() throws IOException {
    Set<String> known = documented("yes|no");
    for (Path plan : plans()) {
      assertThat(known)
          .as("docs/properties.md, for " + plan.getFileName())
          .containsAll(readBy(plan));
    }
  }

  @Test
  void shouldPassEveryPropertyThatAPlanReads() throws IOException {
    for (Path plan : plans()) {
      assertThat(passedByMaven())
          .as("<argument>s of testplans/pom.xml, for " + plan.getFileName())
          .containsAll(readBy(plan));
    }
  }

  @Test
  void shouldResolveEveryRelativeLink() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      String text = CODE.matcher(Files.readString(document)).replaceAll("");
      for (String link : LINK.matcher(text).results().map(found -> found.group(1)).toList()) {
        if (!link.matches("[a-z]+:.*") && !leadsSomewhere(document, link)) {
          broken.add(ROOT.relativize(document) + ": " + link);
        }
      }
    }
    assertThat(broken).as("relative links that lead nowhere").isEmpty();
  }

  @Test
  void shouldListEveryPageInTheIndex() throws IOException {
    String index = Files.readString(ROOT.resolve("docs/README.md"));
    for (Path page : files(ROOT.resolve("docs"), 9, ".md")) {
      String name = ROOT.resolve("docs").relativize(page).toString();
      if (!name.equals("README.md")) {
        assertThat(index).as("docs/README.md").contains("](" + name + ")");
      }
    }
  }

  private static boolean leadsSomewhere(Path document, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path target =
        parts[0].isEmpty() ? document : document.getParent().resolve(parts[0]).normalize();
    return Files.exists(target)
        && (parts.length == 1
            || !target.toString().endsWith(".md")
            || anchors(target).contains(parts[1]));
  }

  /** As GitHub makes them: lower case, without punctuation, blanks as hyphens. */
  private static Set<String> anchors(Path document) throws IOException {
    return all(HEADING, Files.readString(document).replaceAll("(?ms)^```.*?^```", "")).stream()
        .map(heading -> heading.toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static Set<String> documented(String passed) throws IOException {
    return ROW.matcher(Files.readString(ROOT.resolve("docs/properties.md")))
        .results()
        .filter(row -> row.group(2).matches(passed))
        .map(row -> row.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> passedByMaven() throws IOException {
    return all(ARGUMENT, Files.readString(ROOT.resolve("testplans/pom.xml")));
  }

  private static Set<String> readBy(Path plan) throws IOException {
    return all(PROPERTY_FUNCTION, Files.readString(plan)).stream()
        .filter(name -> !name.startsWith(SET_BY_THE_PLUGIN))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> all(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> plans() throws IOException {
    return files(ROOT.resolve("testplans"), 1, ".jmx");
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>(files(ROOT, 1, ".md"));
    documents.addAll(files(ROOT.resolve("docs"), 9, ".md"));
    return documents;
  }

  private static List<Path> files(Path folder, int depth, String ending) throws IOException {
    try (Stream<Path> found = Files.walk(folder, depth)) {
      List<Path> files = found.filter(file -> file.toString().endsWith(ending)).sorted().toList();
      assertThat(files).as("files *" + ending + " in " + folder).isNotEmpty();
      return files;
    }
  }
}
