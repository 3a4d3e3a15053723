package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.Level;
import cn.gov.zhuozhou.aid.registry.identification.rule.Result;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An identification as callers see it: what is in force, and what the present result would put in force.
 *
 * @param version the entity tag
 */
record IdentificationView(
        UUID id,
        UUID studentId,
        String name,
        String schoolCode,
        String schoolName,
        int grade,
        String className,
        String semester,
        Result result,
        State state,
        boolean identified,
        Level level,
        List<Category> categories,
        LocalDate since,
        Proposed proposed,
        List<Category> basis,
        boolean validBasis,
        UUID rulingId,
        UUID noticeId,
        String proposedBy,
        long version) {

    /** What the present result would put in force. */
    record Proposed(boolean identified, Level level, List<Category> categories) {}
}
