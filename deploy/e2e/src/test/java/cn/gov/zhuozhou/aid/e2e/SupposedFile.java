package cn.gov.zhuozhou.aid.e2e;

import cn.gov.zhuozhou.aid.local.play.Answer;
import cn.gov.zhuozhou.aid.local.play.Caller;
import cn.gov.zhuozhou.aid.local.play.FeedFile;
import cn.gov.zhuozhou.aid.local.play.FeedLoading;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A file that is only supposed: the registry's answer handed to the simulation of awards, and what that has to say by what the suite
 * itself tells of its pupils. A pupil who would stand otherwise fares as those of his school and grade do who stand so now; where nobody
 * stands so, nothing is foretold.
 */
final class SupposedFile {
    /** Programme and amount by programme; null for a waiver at the school's own charge. */
    private record Aid(Map<String, Long> fenByProgramme) {
        private static final Aid NONE = new Aid(Map.of());
    }

    /** @param known how many pupils of the list it is foretold of */
    record Foretold(Set<String> changes, Map<String, Long> differences, Set<String> untold, int known) {}

    private final Caller clerk;
    private final FeedLoading loading;
    private final String semester;
    private final Map<String, JsonNode> pupils = new HashMap<>();
    private final Map<String, Aid> aid = new HashMap<>();
    private final Map<String, String> standing = new HashMap<>();
    private final Map<String, Set<Aid>> aidOfStanding = new HashMap<>();

    SupposedFile(Caller clerk, FeedLoading loading, String semester) {
        this.clerk = clerk;
        this.loading = loading;
        this.semester = semester;
        clerk.all("student-registry", "/api/v1/students")
                .forEach(pupil -> pupils.put(pupil.path("studentId").asText(), pupil));
        for (JsonNode award : clerk.all("aid-disbursement", "/api/v1/awards?semester=" + semester)) {
            if (!"STOPPED".equals(award.path("state").asText())) {
                Aid of = aid.computeIfAbsent(award.path("studentId").asText(), id -> new Aid(new TreeMap<>()));
                of.fenByProgramme().put(award.path("programme").asText(), fen(award, "amountFen"));
            }
        }
        for (JsonNode ruling : clerk.all("student-registry", "/api/v1/identifications?semester=" + semester)) {
            if (ruling.path("identified").asBoolean()) {
                String id = ruling.path("studentId").asText();
                standing.put(id, standing(ruling, pupils.get(id), pupils.get(id)));
                aidOfStanding
                        .computeIfAbsent(standing.get(id), key -> new HashSet<>())
                        .add(aid.getOrDefault(id, Aid.NONE));
            }
        }
    }

    /** What the registry would hand over, were this the newest file of its source. */
    JsonNode situations(FeedFile file) {
        String today =
                clerk.get("student-registry", "/api/v1/clock").path("today").asText();
        Answer asked = clerk.upload(
                "student-registry", "/api/v1/what-ifs?source=" + file.source() + "&asOf=" + today, file.path());
        if (!asked.ok()) {
            throw new IllegalStateException("what-if of " + file.name() + ": " + asked.body());
        }
        loading.awaitJob("student-registry", asked.body().path("jobId").asText());
        return clerk.get(
                "student-registry",
                "/api/v1/what-ifs/" + asked.body().path("id").asText() + "/situations");
    }

    /** @param question the registry's document, or its id alone */
    JsonNode simulated(Object question) {
        JsonNode asked = clerk.post("aid-disbursement", "/api/v1/simulations", question);
        loading.awaitJob("aid-disbursement", asked.path("jobId").asText());
        return clerk.get(
                "aid-disbursement", "/api/v1/simulations/" + asked.path("id").asText());
    }

    /** @param but pupils left out */
    Set<String> changes(JsonNode report, Set<String> but) {
        Set<String> changes = new TreeSet<>();
        for (JsonNode one : listed(report)) {
            if (!but.contains(one.path("studentId").asText())) {
                changes.add(change(
                        one.path("studentId").asText(),
                        one.path("programme").asText(),
                        fen(one, "beforeFen"),
                        fen(one, "afterFen"),
                        one.path("change").asText()));
            }
        }
        return changes;
    }

    /**
     * What a programme would cost more, where it would.
     *
     * @param but pupils left out
     */
    Map<String, Long> differences(JsonNode report, Set<String> but) {
        Map<String, Long> differences = new TreeMap<>();
        report.path("costs").forEach(cost -> {
            if ("PROGRAMME".equals(cost.path("dimension").asText())) {
                differences.put(
                        cost.path("key").asText(), cost.path("differenceFen").asLong());
            }
        });
        for (JsonNode one : listed(report)) {
            if (but.contains(one.path("studentId").asText())) {
                long more = orNothing(fen(one, "afterFen")) - orNothing(fen(one, "beforeFen"));
                differences.merge(one.path("programme").asText(), -more, Long::sum);
            }
        }
        differences.values().removeIf(fen -> fen == 0);
        return differences;
    }

    /** What is gained, by programme and amount. */
    Set<String> gained(JsonNode report) {
        Set<String> gained = new TreeSet<>();
        for (JsonNode one : listed(report)) {
            if ("GAINS".equals(one.path("change").asText())) {
                gained.add(one.path("programme").asText() + " " + fen(one, "afterFen"));
            }
        }
        return gained;
    }

    private List<JsonNode> listed(JsonNode report) {
        return clerk.all(
                "aid-disbursement", "/api/v1/simulations/" + report.path("id").asText() + "/changes");
    }

    Foretold foretell(JsonNode situations) {
        Set<String> changes = new TreeSet<>();
        Map<String, Long> differences = new TreeMap<>();
        Set<String> untold = new TreeSet<>();
        int known = 0;
        for (JsonNode supposed : situations.path("pupils")) {
            String id = supposed.path("studentId").asText();
            Aid before = aid.getOrDefault(id, Aid.NONE);
            Aid after = after(supposed, before);
            if (after == null) {
                untold.add(id);
                continue;
            }
            known++;
            Set<String> programmes = new TreeSet<>(before.fenByProgramme().keySet());
            programmes.addAll(after.fenByProgramme().keySet());
            for (String programme : programmes) {
                compare(id, programme, before, after, changes, differences);
            }
        }
        differences.values().removeIf(fen -> fen == 0);
        return new Foretold(changes, differences, untold, known);
    }

    /** What programmes pay in the semester, by programme and amount. */
    Set<String> rates() {
        Set<String> rates = new TreeSet<>();
        for (JsonNode rate : clerk.get("aid-disbursement", "/api/v1/rates?semester=" + semester)) {
            Long fen = fen(rate, "amountFen");
            boolean halved = fen != null && "YEAR".equals(rate.path("period").asText());
            rates.add(rate.path("programme").asText() + " " + (halved ? Long.valueOf(fen / 2) : fen));
        }
        return rates;
    }

    private Aid after(JsonNode supposed, Aid before) {
        if (!supposed.path("identified").asBoolean()) {
            return Aid.NONE;
        }
        String id = supposed.path("studentId").asText();
        String key = standing(supposed, supposed, pupils.get(id));
        if (key.equals(standing.get(id))) {
            return before;
        }
        Set<Aid> ofOthers = aidOfStanding.getOrDefault(key, Set.of());
        return ofOthers.size() == 1 ? ofOthers.iterator().next() : null;
    }

    private static void compare(
            String id, String programme, Aid before, Aid after, Set<String> changes, Map<String, Long> differences) {
        boolean had = before.fenByProgramme().containsKey(programme);
        boolean has = after.fenByProgramme().containsKey(programme);
        Long fenBefore = before.fenByProgramme().get(programme);
        Long fenAfter = after.fenByProgramme().get(programme);
        if (had && has && Objects.equals(fenBefore, fenAfter)) {
            return;
        }
        long difference = orNothing(fenAfter) - orNothing(fenBefore);
        String kind = !had ? "GAINS" : !has ? "LOSES" : difference > 0 ? "RAISED" : "LOWERED";
        changes.add(change(id, programme, fenBefore, fenAfter, kind));
        differences.merge(programme, difference, Long::sum);
    }

    /** @param place his school and stage, and whether he boards */
    private static String standing(JsonNode ruling, JsonNode place, JsonNode pupil) {
        List<String> categories = new ArrayList<>();
        ruling.path("categories").forEach(category -> categories.add(category.asText()));
        categories.sort(null);
        return "%s %s %d %s %s %s"
                .formatted(
                        place.path("schoolCode").asText(),
                        place.path("stage").asText(),
                        pupil.path("grade").asInt(),
                        place.path("boarding").asBoolean(),
                        ruling.path("level").asText(),
                        categories);
    }

    private static String change(String student, String programme, Long before, Long after, String kind) {
        return "%s %s %s %s → %s".formatted(student, kind, programme, before, after);
    }

    private static long orNothing(Long fen) {
        return fen == null ? 0 : fen;
    }

    private static Long fen(JsonNode of, String field) {
        JsonNode fen = of.path(field);
        return fen.isNumber() ? fen.asLong() : null;
    }
}
