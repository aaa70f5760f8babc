package dev.aiendpoint.jtl;

import dev.aiendpoint.sample.SampleColumn;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The first line of a CSV result file: its delimiter and where which column stands.
 *
 * <pre>
 * header = name { delimiter name }     any order; a name may stand in quotes
 *
 * timeStamp,elapsed,label,responseCode,success,allThreads,"ai_phase"
 * label;elapsed;success;timeStamp
 * timeStamp|elapsed|label|success
 * </pre>
 *
 * @param delimiter what stands between two cells
 * @param names the columns in order
 */
record CsvHeader(char delimiter, List<String> names) {

  static final int MISSING = -1;

  private static final int SHOWN = 80;

  CsvHeader {
    names = List.copyOf(names);
  }

  /**
   * Reads the line.
   *
   * @throws InvalidResultFileException when no delimiter makes a header of it
   */
  static CsvHeader parse(String line) throws InvalidResultFileException {
    CsvHeader closest = null;
    for (char candidate : candidates(line)) {
      CsvHeader header = split(line, candidate);
      if (closest == null || header.missing().size() < closest.missing().size()) {
        closest = header;
      }
    }
    if (closest == null || closest.missing().size() == JtlColumn.required().size()) {
      throw InvalidResultFileException.atLine(1, noHeader(line));
    }
    if (!closest.missing().isEmpty()) {
      throw InvalidResultFileException.atLine(
          1,
          "the header lacks the column "
              + String.join(", ", closest.missing())
              + "; it has: "
              + shortened(String.join(", ", closest.names())));
    }
    closest.checkUnique();
    return closest;
  }

  /** Whatever is no part of a name may be the delimiter. */
  private static Set<Character> candidates(String line) {
    return line.chars()
        .filter(character -> character < 128 && !Character.isLetterOrDigit(character))
        .filter(character -> character != '"' && character != '_' && character != 0)
        .mapToObj(character -> (char) character)
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  private static CsvHeader split(String line, char delimiter) {
    return new CsvHeader(
        delimiter,
        Arrays.stream(line.split(Pattern.quote(String.valueOf(delimiter)), -1))
            .map(name -> name.strip().replaceAll("^\"(.*)\"$", "$1"))
            .toList());
  }

  private List<String> missing() {
    return JtlColumn.required().stream()
        .filter(column -> place(column) == MISSING)
        .map(JtlColumn::csvName)
        .toList();
  }

  private void checkUnique() throws InvalidResultFileException {
    for (int i = 0; i < names.size(); i++) {
      if (names.indexOf(names.get(i)) < i) {
        throw InvalidResultFileException.atLine(
            1, "the header names the column " + names.get(i) + " twice");
      }
    }
  }

  private static String noHeader(String line) {
    String names =
        JtlColumn.required().stream().map(JtlColumn::csvName).collect(Collectors.joining(", "));
    boolean isRow = line.matches("\\d{10,}.\\d+.*");
    return (isRow
            ? "is a row, but must be a header with the columns "
            : "must be a header with the columns ")
        + names
        + (isRow
            ? ": run JMeter with jmeter.save.saveservice.print_field_names=true, or put it there"
            : ", was '" + shortened(line) + "': is this a result file (JTL)?");
  }

  private static String shortened(String text) {
    String visible = text.replaceAll("[^ -~]", "?");
    return visible.length() <= SHOWN ? visible : visible.substring(0, SHOWN) + "...";
  }

  /** Where the column stands, from 0; {@link #MISSING} where it does not. */
  int place(JtlColumn column) {
    return names.indexOf(column.csvName());
  }

  int place(SampleColumn column) {
    return names.indexOf(column.variable());
  }

  /** Those of this plugin's columns that are there. */
  Set<SampleColumn> added() {
    Set<SampleColumn> added = EnumSet.allOf(SampleColumn.class);
    added.removeIf(column -> place(column) == MISSING);
    return added;
  }
}
