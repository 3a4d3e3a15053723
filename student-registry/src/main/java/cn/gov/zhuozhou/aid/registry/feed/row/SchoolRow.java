package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import java.util.List;

/**
 * A school of the county.
 *
 * @param stages at least one; the first is its main stage
 * @param kind null where the list does not tell, like all that follows
 * @param central whether it is the central school of its town
 * @param centralSchool the central school it belongs to, by code or name
 */
public record SchoolRow(
        String code,
        String name,
        List<Stage> stages,
        String town,
        SchoolKind kind,
        SchoolNature nature,
        Boolean central,
        String centralSchool)
        implements FeedRow {
    /** Who runs it (办学性质). */
    public enum SchoolKind {
        PUBLIC,
        PRIVATE,
        /** Private, at the price of a public one (普惠性民办). */
        PRIVATE_INCLUSIVE,
        OTHER_DEPARTMENT
    }

    /** What sort of institution it is (学校办学类型). */
    public enum SchoolNature {
        CENTRAL_SCHOOL,
        COMPLETE_PRIMARY,
        TEACHING_POINT,
        NINE_YEAR,
        TWELVE_YEAR,
        COMPLETE_SECONDARY,
        KINDERGARTEN,
        VOCATIONAL,
        SPECIAL,
        ORDINARY
    }

    public SchoolRow {
        stages = List.copyOf(stages);
    }

    @Override
    public FeedSource source() {
        return FeedSource.SCHOOLS;
    }

    @Override
    public String key() {
        return code;
    }
}
