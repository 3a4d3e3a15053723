package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Pages of notices on the web: whose address nobody guesses, and whose taking down is proven. */
@ApplicationScoped
class NoticePages {
    private static final int TOKEN_BYTES = 18;
    private static final String PERIOD_OVER = "公示期满";
    private static final String SELECT = """
            select notice_id, token, last_day, put_up_by_name, put_up_at, taken_down_by_name, taken_down_at, reason
            from notice_page
            """;

    /**
     * @param takenDownAt null while it is up
     */
    record Page(
            @JsonIgnore UUID noticeId,
            String path,
            LocalDate lastDay,
            String putUpBy,
            Instant putUpAt,
            String takenDownBy,
            Instant takenDownAt,
            String reason) {
        /** By the day, whether or not somebody has written down its end yet. */
        boolean isUp(LocalDate today) {
            return takenDownAt == null && !today.isAfter(lastDay);
        }
    }

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    NoticeConfig config;

    @Inject
    Trail trail;

    private final SecureRandom random = new SecureRandom();

    /** Only general lists, and only where the county wants pages at all. */
    void putUp(Notice notice, Actor actor) {
        if (notice.kind() != Notice.Kind.GENERAL || !config.web()) {
            return;
        }
        database.update(
                """
                insert into notice_page (notice_id, token, last_day, put_up_by, put_up_by_name, put_up_at)
                values (:notice, :token, :last, :by, :name, :now)
                """,
                Values.of("notice", notice.id())
                        .and("token", token())
                        .and("last", notice.lastDay())
                        .and("by", actor.id())
                        .and("name", actor.name())
                        .and("now", clock.now()));
    }

    void periodOver(UUID noticeId) {
        takeDown(noticeId, PERIOD_OVER, Actor.system("notice-end"));
    }

    /** False where there is none up. */
    boolean takeDown(UUID noticeId, String reason, Actor actor) {
        boolean wasUp = database.update(
                        """
                        update notice_page set taken_down_by = :by, taken_down_by_name = :name, taken_down_at = :now,
                            reason = :reason
                        where notice_id = :notice and taken_down_at is null
                        """,
                        Values.of("notice", noticeId)
                                .and("by", actor.id())
                                .and("name", actor.name())
                                .and("now", clock.now())
                                .and("reason", reason))
                == 1;
        if (wasUp) {
            trail.record(actor, "notice.page-taken-down", "public-notice", noticeId.toString(), reason);
        }
        return wasUp;
    }

    Optional<Page> of(UUID noticeId) {
        return database.first(SELECT + "where notice_id = :notice", Map.of("notice", noticeId), NoticePages::page);
    }

    Optional<Page> byToken(String token) {
        return database.first(SELECT + "where token = :token", Map.of("token", token), NoticePages::page);
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Page page(ResultSet row) throws SQLException {
        return new Page(
                row.getObject("notice_id", UUID.class),
                "/public/notices/" + row.getString("token"),
                row.getObject("last_day", LocalDate.class),
                row.getString("put_up_by_name"),
                Rows.instant(row, "put_up_at"),
                row.getString("taken_down_by_name"),
                Rows.instant(row, "taken_down_at"),
                row.getString("reason"));
    }
}
