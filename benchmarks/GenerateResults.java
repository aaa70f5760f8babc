import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes a result file as the AI load plan does, with made-up samples: {@code java
 * GenerateResults.java ROWS FILE}. The same rows each time: the random numbers have a fixed seed.
 */
public final class GenerateResults {

  private static final String HEADER =
      "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,"
          + "failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect,"
          + "\"ai_phase\",\"ai_outcome\",\"ai_cache\",\"ai_circuit\",\"ai_ttft_ms\",\"ai_tpot_ms\","
          + "\"ai_icl_max_ms\",\"ai_tokens_in\",\"ai_tokens_out\",\"ai_cost\"\n";

  private static final String[] READS = {
    "READ matches", "READ match detail", "READ health", "READ programs", "READ organizations"
  };
  private static final String[] WRITES = {"WRITE save program", "WRITE feedback"};
  private static final String[] PHASES = {"warm-up", "normal", "peak", "stress", "recovery"};

  private GenerateResults() {}

  public static void main(String[] args) throws IOException {
    long rows = Long.parseLong(args[0]);
    Random random = new Random(20_261_102);
    StringBuilder row = new StringBuilder(400);
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 20)) {
      out.write(HEADER.getBytes(StandardCharsets.UTF_8));
      for (long i = 0; i < rows; i++) {
        row.setLength(0);
        write(row, random, 1_790_000_000_000L + i / 2, PHASES[(int) (i * PHASES.length / rows)]);
        out.write(row.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void write(StringBuilder row, Random random, long time, String phase) {
    int kind = random.nextInt(100);
    if (kind < 60) {
      String label = READS[random.nextInt(READS.length)];
      plain(row, random, time, phase, label, "/api/matches?limit=20", kind < 59);
    } else if (kind < 70) {
      String label = WRITES[random.nextInt(WRITES.length)];
      plain(row, random, time, phase, label, "/api/programs", true);
    } else if (kind < 80) {
      ai(row, random, time, phase, "AI chat", false);
    } else {
      ai(row, random, time, phase, "AI explanation", random.nextInt(100) < 45);
    }
  }

  private static void plain(
      StringBuilder row,
      Random random,
      long time,
      String phase,
      String label,
      String path,
      boolean success) {
    int elapsed = 2 + (int) (8 * Math.exp(random.nextGaussian() * 0.7));
    stock(row, random, time, elapsed, label, path, success);
    row.append(phase).append(success ? ",SERVED,,,,,,,," : ",SERVER_ERROR,,,,,,,,").append('\n');
  }

  private static void ai(
      StringBuilder row, Random random, long time, String phase, String label, boolean hit) {
    int elapsed = hit ? 3 + random.nextInt(10) : (int) (1_800 * Math.exp(random.nextGaussian() / 2));
    stock(row, random, time, elapsed, label, "/api/ai/explanation", true);
    row.append(phase).append(hit ? ",CACHED,HIT,," : ",GENERATED,MISS,CLOSED inferred,");
    if (hit) {
      row.append(",,,,,0");
    } else {
      int tokens = 80 + random.nextInt(300);
      row.append(elapsed / 4).append('.').append(random.nextInt(1_000)).append(',');
      row.append(elapsed / tokens).append('.').append(random.nextInt(1_000)).append(',');
      row.append(40 + random.nextInt(200)).append('.').append(random.nextInt(100)).append(',');
      row.append(400 + random.nextInt(900)).append(',').append(tokens).append(',');
      row.append("0.").append(100_000 + random.nextInt(800_000));
    }
    row.append('\n');
  }

  private static void stock(
      StringBuilder row,
      Random random,
      long time,
      int elapsed,
      String label,
      String path,
      boolean success) {
    int users = 100 + random.nextInt(50);
    row.append(time).append(',').append(elapsed).append(',').append(label);
    row.append(success ? ",200,OK,users 1-" : ",500,Internal Server Error,users 1-");
    row.append(1 + random.nextInt(150));
    row.append(success ? ",text,true,," : ",text,false,\"SERVER_ERROR: status 500, no reason\",");
    row.append(300 + random.nextInt(5_000)).append(",412,");
    row.append(users).append(',').append(users).append(",http://127.0.0.1:8080").append(path);
    row.append(',').append(elapsed - 1).append(",0,").append(random.nextInt(3)).append(',');
  }
}
