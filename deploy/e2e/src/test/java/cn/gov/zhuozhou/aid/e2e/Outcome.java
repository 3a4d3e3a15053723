package cn.gov.zhuozhou.aid.e2e;

import cn.gov.zhuozhou.aid.local.play.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the suite says of a semester, pupil by pupil, read over REST and keyed by student number. */
final class Outcome {
    private static final int MOST_NUMBERS = 1_000;

    private final Caller clerk;
    private final String semester;
    private final Map<String, String> numberOfStudent = new HashMap<>();

    Outcome(Caller clerk, String semester, Collection<String> studentNumbers) {
        this.clerk = clerk;
        this.semester = semester;
        List<String> numbers = List.copyOf(studentNumbers);
        for (int from = 0; from < numbers.size(); from += MOST_NUMBERS) {
            List<String> some = numbers.subList(from, Math.min(numbers.size(), from + MOST_NUMBERS));
            JsonNode ids = clerk.post(
                            "student-registry", "/api/v1/students/lookups", Map.of("numbers", some, "reason", "核对认定结果"))
                    .path("studentIds");
            for (int i = 0; i < some.size(); i++) {
                numberOfStudent.put(ids.get(i).asText(), some.get(i));
            }
        }
    }

    /** The result of every pupil that has one; a pupil nobody expected keeps his own id as key. */
    Map<String, String> results() {
        Map<String, String> results = new TreeMap<>();
        for (JsonNode one : clerk.all("student-registry", "/api/v1/identifications?semester=" + semester)) {
            if (!"NONE".equals(one.path("result").asText())) {
                results.put(number(one), one.path("result").asText());
            }
        }
        return results;
    }

    /** Awards that are not stopped. */
    List<County.Award> awards() {
        List<County.Award> awards = new ArrayList<>();
        for (JsonNode one : clerk.all("aid-disbursement", "/api/v1/awards?semester=" + semester)) {
            if (!"STOPPED".equals(one.path("state").asText())) {
                JsonNode fen = one.path("amountFen");
                awards.add(new County.Award(
                        number(one),
                        one.path("programme").asText(),
                        fen.isNull() || fen.isMissingNode() ? null : fen.asLong()));
            }
        }
        return awards;
    }

    private String number(JsonNode ofPupil) {
        String id = ofPupil.path("studentId").asText();
        return numberOfStudent.getOrDefault(id, id);
    }
}
