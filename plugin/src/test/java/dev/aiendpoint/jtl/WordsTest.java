package dev.aiendpoint.jtl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against loops that look at one byte at a time. */
class WordsTest {

  private static final int ROUNDS = 20_000;

  /** Mostly bytes around the ones that are looked for, since borrows reach from one to the next. */
  private static byte[] bytes(SplittableRandom random) {
    byte[] near = {
      0, 1, 9, '\n', 12, '\r', 14, 15, ' ', '"', '+', ',', '-', 'a', 127, -128, -1, -84
    };
    byte[] bytes = new byte[random.nextInt(40) + Words.PADDING];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] =
          random.nextInt(3) == 0 ? near[random.nextInt(near.length)] : (byte) random.nextInt(256);
    }
    return bytes;
  }

  @Test
  void shouldMarkWhatIsWantedOrBelowTheBoundAndNothingBelowTheFirstOfThem() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = bytes(random);
      int at = random.nextInt(bytes.length - Words.PADDING + 1);
      byte wanted = (byte) (round % 2 == 0 ? ',' : random.nextInt(256));

      long marks = Words.marks(bytes, at, Words.all(wanted), Words.all(14));

      int first = 8;
      for (int i = 7; i >= 0; i--) {
        byte value = bytes[at + i];
        if (value == wanted || (value & 0xFF) < 14) {
          first = i;
          assertThat(marks >>> (8 * i + 7) & 1).as(Arrays.toString(bytes)).isOne();
        }
      }
      assertThat(Words.lowest(marks)).as(Arrays.toString(bytes)).isEqualTo(first);
      if (marks != 0) {
        assertThat(Words.withoutLowest(marks)).isEqualTo(marks - Long.lowestOneBit(marks));
      }
    }
  }

  @Test
  void shouldTellWhetherBytesAreTheSameWhateverStandsBehindThem() {
    SplittableRandom random = new SplittableRandom(2);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] one = bytes(random);
      int length = one.length - Words.PADDING;
      int offset = random.nextInt(9);
      byte[] other = bytes(random);
      other = Arrays.copyOf(other, offset + length + Words.PADDING);
      System.arraycopy(one, 0, other, offset, length);

      assertThat(Words.equal(one, 0, other, offset, length)).isTrue();
      assertThat(Words.hash(other, offset, offset + length)).isEqualTo(Words.hash(one, 0, length));
      if (length > 0) {
        other[offset + random.nextInt(length)]++;
        assertThat(Words.equal(one, 0, other, offset, length)).isFalse();
      }
    }
  }
}
