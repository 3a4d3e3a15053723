package cn.gov.zhuozhou.aid.local.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** What a person wants to see after an update went through: counted, not listed. */
final class Summary {
    private static final Map<String, String> RESULTS = Map.of(
            "CARRIED", "沿用 carried",
            "ADDED", "拟新增 added",
            "REMOVED", "拟退出 removed",
            "LEVEL_CHANGED", "拟调档 level changed",
            "REEVALUATED", "重新评定 evaluated again",
            "DECISION_NEEDED", "待人工判定 to be decided");
    private static final int FEN_PER_YUAN = 100;

    private final GoldenThread thread;
    private final String semester;

    Summary(GoldenThread thread, String semester) {
        this.thread = thread;
        this.semester = semester;
    }

    String text() {
        var text = new StringBuilder("\n结果 · what happened in " + semester + "\n");
        feeds(text);
        results(text);
        awards(text);
        gaps(text);
        findings(text);
        return text.toString();
    }

    private void feeds(StringBuilder text) {
        int rows = 0;
        int refused = 0;
        int matched = 0;
        for (JsonNode batch : thread.batches().values()) {
            rows += batch.path("rows").asInt();
            refused += batch.path("refused").asInt();
            matched += batch.path("matched").asInt();
        }
        int toDecide = thread.clerk()
                .all("student-registry", "/api/v1/match-decisions")
                .size();
        line(text, "文件行 rows read", rows);
        line(text, "  拒收 refused", refused);
        line(text, "  与学生匹配 matched", matched);
        line(text, "  待人工核对 to be decided by a person", toDecide);
    }

    private void results(StringBuilder text) {
        Map<String, Integer> counted = new TreeMap<>();
        for (JsonNode one : thread.clerk().all("student-registry", "/api/v1/identifications?semester=" + semester)) {
            counted.merge(one.path("result").asText(), 1, Integer::sum);
        }
        text.append("认定 identification\n");
        counted.forEach((result, count) -> line(text, "  " + RESULTS.getOrDefault(result, result), count));
    }

    private void awards(StringBuilder text) {
        int count = 0;
        long fen = 0;
        for (JsonNode award : thread.clerk().all("aid-disbursement", "/api/v1/awards?semester=" + semester)) {
            if (!"STOPPED".equals(award.path("state").asText())) {
                count++;
                fen += award.path("amountFen").asLong(0);
            }
        }
        line(text, "资助建议 awards proposed", count);
        text.append("    %-48s %,12.2f 元 yuan%n".formatted("  金额 amount", (double) fen / FEN_PER_YUAN));
    }

    private void gaps(StringBuilder text) {
        line(
                text,
                "无责任人 pupils without a responsible person",
                thread.clerk().all("accountability", "/api/v1/assignments/gaps").size());
    }

    private void findings(StringBuilder text) {
        Map<String, Integer> open = new TreeMap<>();
        for (JsonNode finding : thread.reviewer().all("inspection-rectification", "/api/v1/findings")) {
            if (!"CLOSED".equals(finding.path("state").asText())) {
                open.merge(finding.path("code").asText(), 1, Integer::sum);
            }
        }
        text.append("问题台账 open findings\n");
        open.forEach((code, count) -> line(text, "  " + code, count));
    }

    private static void line(StringBuilder text, String what, int count) {
        text.append("    %-48s %,9d%n".formatted(what, count));
    }
}
