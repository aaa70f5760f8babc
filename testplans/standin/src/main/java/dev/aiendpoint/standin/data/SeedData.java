package dev.aiendpoint.standin.data;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What the database holds at the start: 60 funding programmes, and 20 matches for each company,
 * half of them new. The same for the same seed.
 */
public final class SeedData {

  /** Matches of each company. */
  public static final int MATCHES = 20;

  private static final LocalDate FIRST_DEADLINE = LocalDate.of(2027, 1, 15);

  /** Korean field, the same in English, so that both kinds of search terms find something. */
  private static final String[][] FIELDS = {
    {"인공지능", "artificial intelligence"},
    {"바이오헬스", "bio health"},
    {"스마트제조", "smart factory"},
    {"이차전지", "battery"},
    {"반도체", "semiconductor"},
    {"탄소중립", "carbon neutral"},
    {"수소에너지", "hydrogen energy"},
    {"로봇", "robotics"},
    {"콘텐츠", "content"},
    {"농식품", "agrifood tech"},
    {"사이버보안", "cyber security"},
    {"우주항공", "aerospace"}
  };

  private static final String[][] KINDS = {
    {"기술개발 지원사업", "시제품 제작과 연구 인력을 포함한 기술개발(R&D) 비용을 지원합니다."},
    {"사업화 지원사업", "시장 조사, 인증, 마케팅 등 사업화(commercialization) 비용을 지원합니다."},
    {"창업기업 육성사업", "업력 7년 이내 창업기업(startup)에 자금과 멘토링을 제공합니다."},
    {"해외진출 바우처", "수출(export) 준비와 해외 전시회 참가를 바우처로 지원합니다."},
    {"실증 및 인력양성 사업", "공공 수요처 실증과 전문 인력 양성(training)을 지원합니다."}
  };

  /** Those that offer programmes; {@code data/agencies.csv} lists them for searches. */
  private static final String[] AGENCIES = {
    "중소벤처기업부",
    "과학기술정보통신부",
    "산업통상자원부",
    "창업진흥원",
    "정보통신산업진흥원",
    "한국산업기술기획평가원",
    "중소기업기술정보진흥원",
    "한국보건산업진흥원",
    "농림식품기술기획평가원",
    "한국콘텐츠진흥원",
    "한국에너지공단",
    "한국환경산업기술원",
    "한국로봇산업진흥원",
    "한국인터넷진흥원",
    "대한무역투자진흥공사",
  };

  private static final String[] INDUSTRIES = {"제조업", "정보통신업", "바이오", "에너지", "콘텐츠", "농식품"};

  private final Database database;
  private final long seed;

  public SeedData(Database database, long seed) {
    this.database = database;
    this.seed = seed;
  }

  /** Fills empty tables; {@code organizations} are the companies that users belong to. */
  public void insert(Collection<String> organizations) throws SQLException {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> programs = insertPrograms(random);
    List<Object[]> companies = new ArrayList<>();
    List<Object[]> matches = new ArrayList<>();
    for (String organization : new LinkedHashSet<>(organizations)) {
      companies.add(
          new Object[] {
            organization, 1 + random.nextInt(9), INDUSTRIES[random.nextInt(INDUSTRIES.length)]
          });
      Set<String> matched = new LinkedHashSet<>();
      while (matched.size() < MATCHES) {
        matched.add(programs.get(random.nextInt(programs.size())));
      }
      int rank = 0;
      for (String program : matched) {
        matches.add(
            new Object[] {
              "match-%05d".formatted(matches.size() + 1),
              organization,
              program,
              98 - 2 * rank,
              rank % 2 == 0 ? "new" : "viewed"
            });
        rank++;
      }
    }
    database.insertAll("INSERT INTO organization (id, trl, industry) VALUES (?, ?, ?)", companies);
    database.insertAll(
        "INSERT INTO program_match (id, organization, program, score, status)"
            + " VALUES (?, ?, ?, ?, ?)",
        matches);
  }

  private List<String> insertPrograms(SplittableRandom random) throws SQLException {
    List<String> ids = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    for (String[] field : FIELDS) {
      for (String[] kind : KINDS) {
        String id = "program-%03d".formatted(rows.size() + 1);
        String agency = AGENCIES[rows.size() % AGENCIES.length];
        ids.add(id);
        rows.add(
            new Object[] {
              id,
              "2027년 " + field[0] + " " + kind[0],
              agency,
              field[0],
              field[0]
                  + "("
                  + field[1]
                  + ") 분야 중소기업을 대상으로 "
                  + kind[1]
                  + " 신청은 "
                  + agency
                  + " 누리집에서 받습니다.",
              10_000_000L * (5 + random.nextInt(46)),
              FIRST_DEADLINE.plusDays(random.nextInt(300))
            });
      }
    }
    database.insertAll(
        "INSERT INTO program (id, title, agency, field, description, budget_krw, deadline)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        rows);
    return ids;
  }
}
