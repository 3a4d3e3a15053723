package cn.gov.zhuozhou.aid.chassis.http;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Cursor paging of lists: {@code ?after=} takes the {@code next} of the page before, {@code ?limit=} is 1 to 500. */
public class Paging {
    private static final int MOST = 500;

    @QueryParam("after")
    String after;

    @QueryParam("limit")
    @DefaultValue("50")
    int limit;

    public int limit() {
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS, Text.of("limit 应为 1 到 500。", "limit must be between 1 and 500."));
        }
        return limit;
    }

    public String after() {
        return after;
    }

    /** The cursor of lists ordered by id; null on the first page. */
    public UUID afterId() {
        try {
            return after == null || after.isBlank() ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS,
                    Text.of("after 应为上一页返回的 next。", "after must be the next of the page before."));
        }
    }

    /** The cursor of lists ordered by a number; 0 on the first page. */
    public long afterNumber() {
        try {
            return after == null || after.isBlank() ? 0 : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS,
                    Text.of("after 应为上一页返回的 next。", "after must be the next of the page before."));
        }
    }
}
