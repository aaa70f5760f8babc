package dev.aiendpoint.jtl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.sample.ColumnTexts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellNumberTest {

  private static final String LETTERS = "0123456789.-+eE dx";

  @Test
  void shouldReadEveryTextAsTheLiveRunDoes() throws IOException {
    Random random = new Random(7);
    List<String> texts =
        new ArrayList<>(
            List.of(
                "",
                ".",
                "0",
                "-0",
                "1.",
                ".5",
                "-1.5",
                "1e3",
                "NaN",
                "Infinity",
                "1d",
                "0x1p3",
                "1.2.3",
                "999999999999999",
                "9999999999999999",
                "123456789012345678",
                "1234567890123456789",
                "0.000001",
                "0.1",
                "1234.567",
                "null",
                "+5",
                "١"));
    for (int i = 0; i < 200_000; i++) {
      texts.add(
          random.nextInt(3) == 0
              ? noise(random)
              : random.nextInt(1_000_000) + "." + random.nextInt(1_000_000_000));
    }
    CsvRows rows =
        new CsvRows(
            new ByteArrayInputStream(
                texts.stream()
                    .map(text -> "x," + text + "\n")
                    .collect(java.util.stream.Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8)));
    rows.delimitBy(',');
    for (String text : texts) {
      assertThat(rows.next()).isTrue();
      assertThat(CellNumber.decimal(rows, 1)).as(text).isEqualTo(ColumnTexts.decimal(text));
      assertThat(CellNumber.whole(rows, 1)).as(text).isEqualTo(ColumnTexts.whole(text));
    }
  }

  private static String noise(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(20); length > 0; length--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
