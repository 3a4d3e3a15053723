package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.registry.hardship.CaseSides.Sides;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Both sides of cases compared, and which cases ask the same question. */
@ApplicationScoped
class Comparisons {
    record CaseVersion(UUID caseId, long version) {}

    /** Open cases that differ in the same way. */
    record Pattern(String pattern, int count, List<CaseVersion> cases) {}

    private static final int MOST = 2_000;

    @Inject
    CaseSides sides;

    /** The comparison with the row the case is about; of a household's refused rows with the one most like the pupil. */
    static Comparison compare(Sides of) {
        return Comparison.of(registerFacts(of), of.pupil().facts());
    }

    Map<UUID, String> patterns(Collection<UUID> ids, Actor actor) {
        Map<UUID, String> patterns = new HashMap<>();
        for (Sides of : sides.read(ids, actor)) {
            if (of.pupil() != null && of.register() != null) {
                patterns.put(of.caseId(), compare(of).pattern(of.kind()));
            }
        }
        return patterns;
    }

    /** The patterns among the oldest open cases of a kind, the most frequent first. */
    List<Pattern> patterns(String kind, Actor actor) {
        Map<String, List<CaseVersion>> found = new LinkedHashMap<>();
        for (Sides of : sides.open(kind, MOST, actor)) {
            if (of.register() != null) {
                found.computeIfAbsent(compare(of).pattern(of.kind()), pattern -> new ArrayList<>())
                        .add(new CaseVersion(of.caseId(), of.version()));
            }
        }
        return found.entrySet().stream()
                .map(each -> new Pattern(each.getKey(), each.getValue().size(), List.copyOf(each.getValue())))
                .sorted(Comparator.comparingInt(Pattern::count).reversed())
                .toList();
    }

    private static PersonFacts registerFacts(Sides of) {
        RegisterRow register = of.register();
        if (of.ofRefusedRow()) {
            Optional<RefusedRow> likest =
                    of.refused().stream().max(RefusedRow.likestTo(of.pupil().facts()));
            return likest.map(row -> row.person(register)).orElseGet(register::unlistedChild);
        }
        return "HOUSEHOLD_HEAD_ONLY".equals(of.kind()) ? register.unlistedChild() : register.person();
    }
}
