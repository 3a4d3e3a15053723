package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.hardship.CaseSides.Sides;
import cn.gov.zhuozhou.aid.registry.hardship.Difference.Field;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pupils a register row may mean, with what speaks for and against each. Suggested to a person, never matched by itself. */
@ApplicationScoped
public class Suggestions {
    private static final int MOST = 20;

    private static final String NEARBY = "select " + PupilSide.COLUMNS + """

            from match_case mc
            join register_entry e on e.id = mc.entry_id
            join student p on p.id is distinct from mc.student_id and (
              p.birth_date = e.birth_date and (p.household_town = e.town or p.guardian_identity_index = e.head_index
                                               or p.guardian_name = e.head_name)
              or p.guardian_identity_index = e.head_index
              or p.name = e.name and p.household_town = e.town and p.household_village = e.village)
            left join school s on s.code = p.school_code
            where mc.id = :id and (:ownSchool::text is null or p.school_code = :ownSchool)
              and (:ownTown::text is null or s.town = :ownTown)
            order by p.id limit 500""";

    @Inject
    Database database;

    @Inject
    CaseSides sides;

    @Inject
    CaseFiles files;

    @Inject
    FieldCrypto crypto;

    /** For a person a register names and no pupil is. */
    public List<CandidateView> forMissing(UUID caseId, Actor actor) {
        Sides of = sides.read(List.of(caseId), actor).stream().findFirst().orElseThrow(ProblemException::notFound);
        return others(of, actor);
    }

    CaseComparisonView compared(UUID caseId, Actor actor) {
        MatchCaseView found = files.find(caseId, actor);
        Sides of = sides.read(List.of(caseId), actor).getFirst();
        boolean comparable = of.pupil() != null && of.register() != null;
        Comparison own = comparable ? Comparisons.compare(of) : null;
        List<CandidateView> candidates = new ArrayList<>();
        if (comparable) {
            candidates.addAll(views(Map.of(of.pupil(), own), of.register()));
        }
        candidates.addAll(others(of, actor));
        return new CaseComparisonView(
                found,
                of.register() == null ? null : of.register().masked(),
                of.refused().stream().map(RefusedRow::masked).toList(),
                List.copyOf(candidates),
                comparable ? own.pattern(of.kind()) : null,
                files.history(caseId));
    }

    private List<CandidateView> others(Sides of, Actor actor) {
        if (of.register() == null) {
            return List.of();
        }
        Map<String, Object> values = actor.jurisdiction().parameters();
        values.put("id", of.caseId());
        var session = crypto.session();
        PersonFacts wanted = of.register().person();
        Map<PupilSide, Comparison> likely = database.list(NEARBY, values, row -> PupilSide.of(row, session)).stream()
                .map(pupil -> Map.entry(pupil, Comparison.of(wanted, pupil.facts())))
                .filter(each -> isLikely(each.getValue()))
                .sorted(Comparator.comparingLong(each -> -agreement(each.getValue())))
                .limit(MOST)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
        return views(likely, of.register());
    }

    private List<CandidateView> views(Map<PupilSide, Comparison> pupils, RegisterRow register) {
        Map<UUID, CaseFiles.Standing> standings = files.standings(
                pupils.keySet().stream().map(PupilSide::studentId).toList());
        Category category = Category.valueOf(register.category());
        return pupils.entrySet().stream()
                .map(each -> {
                    var standing = standings.getOrDefault(each.getKey().studentId(), CaseFiles.Standing.NONE);
                    return CandidateView.of(
                            each.getKey(),
                            each.getValue(),
                            MoneyFollows.from(Verdict.CONFIRMED, category, standing.proven(), standing.held()),
                            MoneyFollows.from(Verdict.REJECTED, category, standing.proven(), standing.held()));
                })
                .toList();
    }

    /** The name must speak for him, or the number; birth date and village alone are shared by too many. */
    private static boolean isLikely(Comparison comparison) {
        return Stream.of(Field.NAME, Field.NUMBER)
                .map(comparison::of)
                .anyMatch(d -> d.kind() == Difference.Kind.SAME || d.kind() == Difference.Kind.ALIKE);
    }

    private static long agreement(Comparison comparison) {
        return comparison.differences().stream()
                .filter(d -> d.kind() == Difference.Kind.SAME)
                .count();
    }
}
