package cn.gov.zhuozhou.aid.disbursement.policy.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which circumstances a rule is meant for; an empty bound does not narrow. */
public record Narrowing(
        Set<String> schoolTowns,
        Set<Area> schoolAreas,
        Set<SchoolKind> schoolKinds,
        Set<SchoolNature> schoolNatures,
        Set<Area> householdAreas,
        Set<String> majors) {
    public static final Narrowing NONE = new Narrowing(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public Narrowing {
        schoolTowns = Set.copyOf(schoolTowns);
        schoolAreas = Set.copyOf(schoolAreas);
        schoolKinds = Set.copyOf(schoolKinds);
        schoolNatures = Set.copyOf(schoolNatures);
        householdAreas = Set.copyOf(householdAreas);
        majors = Set.copyOf(majors);
    }

    /** Nothing that is known speaks against it; what is unknown neither speaks for it. */
    boolean mayHold(Circumstances of) {
        return fitsOrUnknown(schoolTowns, of.schoolTown())
                && fitsOrUnknown(schoolAreas, of.schoolArea())
                && fitsOrUnknown(schoolKinds, of.schoolKind())
                && fitsOrUnknown(schoolNatures, of.schoolNature())
                && fitsOrUnknown(householdAreas, of.householdArea())
                && fitsOrUnknown(majors, of.major());
    }

    /** What would have to be known to say whether it holds. */
    Optional<Reason> unknown(Circumstances of) {
        Map<String, Boolean> open = new LinkedHashMap<>();
        open.put("学校所在乡镇", isOpen(schoolTowns, of.schoolTown()));
        open.put("学校城乡类别", isOpen(schoolAreas, of.schoolArea()));
        open.put("办学性质", isOpen(schoolKinds, of.schoolKind()));
        open.put("学校类型", isOpen(schoolNatures, of.schoolNature()));
        open.put("家庭城乡类别", isOpen(householdAreas, of.householdArea()));
        open.put("专业", isOpen(majors, of.major()));
        open.values().removeIf(isOpen -> !isOpen);
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reason(
                        "CIRCUMSTANCES_UNKNOWN",
                        "无法判定：未掌握" + String.join("、", open.keySet()),
                        "It cannot be told: circumstances of school or home the rule asks for are not known",
                        null));
    }

    private static <T> boolean fitsOrUnknown(Set<T> wanted, T given) {
        return wanted.isEmpty() || given == null || wanted.contains(given);
    }

    private static boolean isOpen(Set<?> wanted, Object given) {
        return !wanted.isEmpty() && given == null;
    }
}
