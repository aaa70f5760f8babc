package dev.aiendpoint.standin.endpoint;

import java.util.ArrayList;
import java.util.List;

/** Why a programme fits a company, in the parts that the application shows. */
public record Explanation(
    String summary, List<String> reasons, String cautions, String recommendation) {

  /** What the application shows when the AI is unavailable. */
  static final Explanation FALLBACK =
      new Explanation(
          "AI 설명 서비스가 일시 중단되어 기본 안내를 표시합니다.",
          List.of("매칭 점수는 기업 프로필과 공고 요건을 비교하여 계산되었습니다."),
          "자세한 자격 요건은 공고문을 직접 확인하시기 바랍니다.",
          "잠시 후 다시 시도해 주세요.");

  /**
   * Reads the labelled lines that the AI was asked for.
   *
   * <pre>
   * text := line { "\n" line }
   * line := ( "요약:" | "이유:" | "주의:" | "추천:" ) text | text
   *
   * 요약: 잘 맞습니다.      the summary
   * 이유: TRL이 일치합니다.   one of the reasons
   * 좋은 과제입니다.         no label: more of the summary
   * </pre>
   */
  static Explanation parse(String text) {
    StringBuilder summary = new StringBuilder();
    List<String> reasons = new ArrayList<>();
    String cautions = "";
    String recommendation = "";
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("이유:")) {
        reasons.add(line.substring(3).strip());
      } else if (line.startsWith("주의:")) {
        cautions = line.substring(3).strip();
      } else if (line.startsWith("추천:")) {
        recommendation = line.substring(3).strip();
      } else if (!line.isEmpty()) {
        summary.append(summary.isEmpty() ? "" : " ");
        summary.append(line.startsWith("요약:") ? line.substring(3).strip() : line);
      }
    }
    return new Explanation(summary.toString(), List.copyOf(reasons), cautions, recommendation);
  }
}
