package dev.aiendpoint.jtl;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When a sample began, in the forms that JMeter's {@code timestamp_format} is given in practice:
 * epoch milliseconds, or a date and time of the zone of this machine. The first row decides which
 * form the file has.
 */
final class TimeStamp {

  private static final List<DateTimeFormatter> FORMS =
      List.of(
          form("yyyy/MM/dd HH:mm:ss.SSS"),
          form("yyyy/MM/dd HH:mm:ss"),
          form("yyyy-MM-dd HH:mm:ss.SSS"),
          form("yyyy-MM-dd HH:mm:ss"),
          form("MM/dd/yy HH:mm:ss"),
          form("dd/MM/yyyy HH:mm:ss.SSS"),
          form("yyyy-MM-dd'T'HH:mm:ss.SSS"));

  private Optional<DateTimeFormatter> form = Optional.empty();
  private boolean decided;

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, java.util.Locale.ROOT);
  }

  /** Epoch milliseconds; empty when the text is none of the forms. */
  OptionalLong read(CsvRows rows, int column) {
    int from = rows.start(column);
    int to = rows.end(column);
    if (CellNumber.isDigits(rows.bytes(), from, to)) {
      decided = true;
      return form.isPresent()
          ? OptionalLong.empty()
          : OptionalLong.of(CellNumber.ofDigits(rows.bytes(), from, to));
    }
    String text = CellText.of(rows, column);
    if (!decided) {
      form = FORMS.stream().filter(one -> parse(text, one).isPresent()).findFirst();
      decided = form.isPresent();
    }
    return form.map(one -> parse(text, one)).orElse(OptionalLong.empty());
  }

  private static OptionalLong parse(String text, DateTimeFormatter form) {
    try {
      return OptionalLong.of(
          LocalDateTime.parse(text, form)
              .atZone(ZoneId.systemDefault())
              .toInstant()
              .toEpochMilli());
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }
}
