package dev.aiendpoint.standin.provider.answer;

import java.util.List;
import java.util.SplittableRandom;

/** The texts that the provider generates; an explanation is in labelled lines. */
final class KoreanAnswers {

  private static final List<String> REASONS =
      List.of(
          "귀사의 기술성숙도(TRL)가 과제에서 요구하는 단계와 일치합니다.",
          "주력 산업 분야가 공고의 중점 지원 분야에 포함되어 있습니다.",
          "최근 3년간의 연구개발 투자 비율이 평가 기준을 웃돕니다.",
          "지역 가점 대상 기업으로 서류 평가에서 유리합니다.",
          "보유 특허와 인증이 과제의 핵심 성과 지표를 뒷받침합니다.",
          "기업 규모와 업력이 신청 자격 요건을 충족합니다.",
          "공동 연구기관과의 협력 이력이 사업화 계획의 신뢰도를 높입니다.");

  private static final List<String> CAUTIONS =
      List.of(
          "민간 부담금 비율과 현금 출자 조건을 신청 전에 확인하시기 바랍니다.",
          "마감이 임박하였으므로 재무제표와 사업자등록증을 먼저 준비하시기 바랍니다.",
          "동일 과제로 다른 정부 지원을 받고 있다면 중복 지원 제한에 해당할 수 있습니다.",
          "참여 연구원의 동시 수행 과제 수 제한을 확인하시기 바랍니다.");

  private static final List<String> ADVICE =
      List.of(
          "적극 신청을 권장합니다. 사업계획서에 정량 성과 목표를 구체적으로 제시하세요.",
          "신청을 권장합니다. 주관기관 설명회에 참석하여 세부 평가 항목을 확인하세요.",
          "조건부로 권장합니다. 공동 연구기관을 확보하면 선정 가능성이 높아집니다.");

  private static final List<String> CHAT =
      List.of(
          "지원 대상은 공고일 기준으로 중소기업기본법에 따른 중소기업이며, 업력과 매출 기준을 함께 확인해야 합니다.",
          "신청은 온라인으로만 가능하며 마감일 오후 여섯 시까지 전자 서명을 마쳐야 접수가 완료됩니다.",
          "정부 출연금은 총 사업비의 최대 75 퍼센트이고 나머지는 민간 부담금으로 현금과 현물을 나누어 낼 수 있습니다.",
          "평가는 서류 검토와 발표 평가로 나뉘며 기술성, 사업성, 수행 역량을 각각 배점합니다.",
          "선정된 뒤에는 협약 체결까지 약 한 달이 걸리고 연구비는 단계별로 지급됩니다.",
          "비슷한 과제에 이미 참여 중이라면 중복성 검토에서 제외될 수 있으니 차별점을 먼저 정리해 두세요.",
          "기술성숙도는 시제품 성능 평가 결과로 입증할 수 있으며 시험 성적서를 첨부하면 도움이 됩니다.",
          "필요하시면 귀사의 프로필에 맞는 다른 공고도 함께 찾아 드리겠습니다.");

  String explanation(String prompt, SplittableRandom random) {
    int reason = random.nextInt(REASONS.size());
    StringBuilder text = new StringBuilder();
    text.append("요약: ").append(prompt).append(" 과제는 귀사의 기술 수준과 사업 분야에 잘 맞습니다.\n");
    for (int i = 0; i < 3; i++) {
      text.append("이유: ").append(REASONS.get((reason + 2 * i) % REASONS.size())).append('\n');
    }
    text.append("주의: ").append(CAUTIONS.get(random.nextInt(CAUTIONS.size()))).append('\n');
    text.append("추천: ").append(ADVICE.get(random.nextInt(ADVICE.size())));
    return text.toString();
  }

  String chat(String prompt, int contextMessages, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    text.append(contextMessages == 0 ? "문의하신 내용을 안내해 드리겠습니다." : "앞선 질문에 이어서 안내해 드리겠습니다.");
    text.append(" \"").append(prompt, 0, Math.min(prompt.length(), 60)).append("\"에 대하여: ");
    int sentence = random.nextInt(CHAT.size());
    for (int i = 0; i < 4; i++) {
      text.append(CHAT.get((sentence + 3 * i) % CHAT.size())).append(i == 3 ? "" : " ");
    }
    return text.toString();
  }
}
