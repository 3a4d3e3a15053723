package cn.gov.zhuozhou.aid.registry.identification.rule;

import java.util.List;

/**
 * What application and school procedure brought for one semester.
 *
 * @param school the school's finding about the family; undecided where nobody applied or no decision is in force
 * @param level the level the school decided; null unless hardship was found by its judgement
 * @param documented special groups the school verified on documents
 * @param waived declined in writing for this semester
 * @param revoked a false statement was found and confirmed for this semester
 */
public record Procedure(
        HardshipJudgement school, Level level, List<Category> documented, boolean waived, boolean revoked) {
    public static final Procedure NONE = new Procedure(HardshipJudgement.UNDECIDED, null, List.of(), false, false);

    public Procedure {
        documented = documented.stream().distinct().sorted().toList();
    }

    boolean judged() {
        return level != null;
    }

    boolean foundNone() {
        return school == HardshipJudgement.NOT_FOUND;
    }

    /** Nothing is claimed, or nothing may be: whatever the registers say, no aid rests on it. */
    boolean barred() {
        return waived || revoked;
    }
}
