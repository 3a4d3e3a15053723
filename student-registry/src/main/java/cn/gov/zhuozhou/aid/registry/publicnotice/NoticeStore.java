package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Listing;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of notices. */
@ApplicationScoped
class NoticeStore {
    private static final String SELECT = """
            select n.id, n.semester, n.school_code, c.name school_name, n.kind, n.first_day, n.last_day, n.state,
                (select count(*) from notice_line l where l.notice_id = n.id) lines, n.title, n.summary, n.objections_to,
                n.required_days, n.posted_at, n.version
            from public_notice n join school c on c.code = n.school_code
            where (cast(:ownSchool as text) is null or c.code = :ownSchool)
              and (cast(:ownTown as text) is null or c.town = :ownTown)
            """;

    private static final Listing<Notice> LISTING = new Listing<>(SELECT, "n.id", NoticeStore::notice, Notice::id);

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    Optional<Notice> find(UUID id, Jurisdiction own) {
        return LISTING.find(database, id, own);
    }

    Page<Notice> list(String semester, String state, Jurisdiction own, Paging paging) {
        return LISTING.page(database, Values.of("n.semester", semester).and("n.state", state), own, paging);
    }

    /** Notices whose last day has passed. */
    List<UUID> over() {
        return database.list(
                "select id from public_notice where state = 'POSTED' and last_day < :today order by id",
                Map.of("today", clock.today()),
                row -> row.getObject(1, UUID.class));
    }

    boolean seesSchool(String code, Jurisdiction own) {
        Map<String, Object> values = own.parameters();
        values.put("code", code);
        return database.first("""
                        select 1 from school c where c.code = :code
                          and (cast(:ownSchool as text) is null or c.code = :ownSchool)
                          and (cast(:ownTown as text) is null or c.town = :ownTown)
                        """, values, row -> row.getInt(1)).isPresent();
    }

    void insert(Notice posted, Actor by) {
        Values values = Values.of("id", posted.id())
                .and("semester", posted.semester())
                .and("school", posted.schoolCode())
                .and("kind", posted.kind())
                .and("first", posted.firstDay())
                .and("last", posted.lastDay())
                .and("days", posted.requiredDays())
                .and("by", by.id())
                .and("name", by.name())
                .and("at", posted.postedAt());
        database.update("""
                insert into public_notice (id, semester, school_code, kind, version, first_day, last_day, required_days, state,
                    posted_by, posted_by_name, posted_at)
                values (:id, :semester, :school, :kind, 1, :first, :last, :days, 'POSTED', :by, :name, :at)
                """, values);
    }

    /** Once its lines are known. */
    void say(UUID id, Notice.Words words) {
        database.update(
                "update public_notice set title = :title, summary = :summary, objections_to = :to where id = :id",
                Values.of("id", id)
                        .and("title", words.title())
                        .and("summary", words.summary())
                        .and("to", words.objectionsTo()));
    }

    void touch(Notice touched) {
        database.update(
                "update public_notice set version = :version where id = :id",
                Map.of("id", touched.id(), "version", touched.version()));
    }

    void close(Notice closed) {
        database.update(
                "update public_notice set state = 'CLOSED', version = :version, closed_at = :now where id = :id",
                Values.of("id", closed.id()).and("version", closed.version()).and("now", clock.now()));
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("semester"),
                row.getString("school_code"),
                row.getString("school_name"),
                Notice.Kind.valueOf(row.getString("kind")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Notice.State.valueOf(row.getString("state")),
                row.getInt("lines"),
                new Notice.Words(row.getString("title"), row.getString("summary"), row.getString("objections_to")),
                row.getInt("required_days"),
                Rows.instant(row, "posted_at"),
                row.getLong("version"));
    }
}
