package cn.gov.zhuozhou.aid.registry.export;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
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
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Exports as rows; each is seen by those who answer for the same part of the county, or for more of it. */
@ApplicationScoped
class ExportStore {
    private static final String SELECT = """
            select id, state, layout_code, layout_version, format, semester, school_code, stage, full_numbers, purpose, persons,
                needs_approval, requested_by, requested_by_name, requested_org, requested_at, decided_by_name, decided_at, opinion,
                job_id, ends_at, downloads_left, ready_at, rows, sha256, headers, file_name, version
            from export
            """;

    private static final String OWN = """
             where (cast(:ownSchool as text) is null or own_school = :ownSchool)
              and (cast(:ownTown as text) is null or own_town = :ownTown)
            """;

    private static final Listing<Export> LISTING = new Listing<>(SELECT + OWN, "id", ExportStore::read, Export::id);

    @Inject
    Database database;

    void insert(Export export, Actor actor) {
        Jurisdiction own = actor.jurisdiction();
        database.update(
                """
                insert into export (id, version, state, layout_code, layout_version, format, semester, school_code, stage,
                    full_numbers, purpose, persons, needs_approval, own_school, own_town, requested_by, requested_by_name,
                    requested_org, requested_at, job_id, ends_at, downloads_left)
                values (:id, 1, :state, :layout, :layoutVersion, :format, :semester, :school, :stage, :full, :purpose, :persons,
                    :needsApproval, :ownSchool,
                    coalesce(:ownTown, (select town from school where code = cast(:ownSchool as text))),
                    :by, :byName, :org, :at, :job, :endsAt, :downloads)
                """,
                Values.of(own.parameters())
                        .and("id", export.id())
                        .and("state", export.state())
                        .and("layout", export.layout())
                        .and("layoutVersion", export.layoutVersion())
                        .and("format", export.format())
                        .and("semester", export.wanted().semester())
                        .and("school", export.wanted().school())
                        .and("stage", export.wanted().stage())
                        .and("full", export.numbersInFull())
                        .and("purpose", export.purpose())
                        .and("persons", export.persons())
                        .and("needsApproval", export.needsApproval())
                        .and("by", actor.id())
                        .and("byName", actor.name())
                        .and("org", own.claim())
                        .and("at", export.requestedAt())
                        .and("job", export.jobId())
                        .and("endsAt", export.endsAt())
                        .and("downloads", export.downloadsLeft()));
    }

    Page<Export> list(ExportState state, Jurisdiction own, Paging paging) {
        return LISTING.page(database, Values.of("state", state), own, paging);
    }

    Optional<Export> find(UUID id, Jurisdiction own) {
        return LISTING.find(database, id, own);
    }

    /** Held until the transaction ends. */
    Optional<Export> lock(UUID id, Jurisdiction own) {
        return database.first(
                SELECT + OWN + " and id = :id for update",
                Values.of(own.parameters()).and("id", id),
                ExportStore::read);
    }

    List<UUID> over(Instant now) {
        return database.list("""
                select id from export where ends_at <= :now and state in ('REQUESTED', 'APPROVED', 'READY')
                order by ends_at limit 100
                """, Map.of("now", now), row -> row.getObject(1, UUID.class));
    }

    void decided(Export export, ExportState to, String opinion, UUID job, Actor by, Instant now) {
        database.update(
                """
                update export set state = :state, opinion = :opinion, decided_by = :by, decided_by_name = :name, decided_at = :now,
                    job_id = :job, version = version + 1
                where id = :id
                """,
                Values.of("id", export.id())
                        .and("state", to)
                        .and("opinion", opinion)
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", now)
                        .and("job", job));
    }

    void retried(UUID id, UUID job) {
        database.update(
                "update export set job_id = :job, version = version + 1 where id = :id", Map.of("id", id, "job", job));
    }

    void written(Export export, ExportState to, Written written, Instant endsAt, Instant now) {
        database.update(
                """
                update export set state = :state, ready_at = :now, ends_at = :endsAt, rows = :rows, sha256 = :sha,
                    headers = :headers, file_name = :name, version = version + 1
                where id = :id
                """,
                Values.of("id", export.id())
                        .and("state", to)
                        .and("now", now)
                        .and("endsAt", endsAt)
                        .and("rows", written.rows())
                        .and("sha", written.sha256())
                        .and("headers", written.headers())
                        .and("name", written.fileName()));
    }

    void taken(UUID id) {
        database.update(
                "update export set downloads_left = downloads_left - 1, version = version + 1 where id = :id",
                Map.of("id", id));
    }

    void ended(UUID id, ExportState to) {
        database.update(
                "update export set state = :state, version = version + 1 where id = :id",
                Map.of("id", id, "state", to));
        database.update("delete from export_file where export_id = :id", Map.of("id", id));
    }

    /** What is known of a file once it is written. */
    record Written(long rows, byte[] sha256, List<String> headers, String fileName) {}

    private static Export read(ResultSet row) throws SQLException {
        byte[] sha = row.getBytes(25);
        return new Export(
                row.getObject(1, UUID.class),
                ExportState.valueOf(row.getString(2)),
                row.getString(3),
                row.getInt(4),
                Export.Format.valueOf(row.getString(5)),
                new Export.Wanted(row.getString(6), row.getString(7), row.getString(8)),
                row.getBoolean(9),
                row.getString(10),
                row.getLong(11),
                row.getBoolean(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                Rows.instant(row, 16),
                row.getString(17),
                Rows.instant(row, 18),
                row.getString(19),
                row.getObject(20, UUID.class),
                Rows.instant(row, 21),
                row.getInt(22),
                Rows.instant(row, 23),
                row.getObject(24, Long.class),
                sha == null ? null : HexFormat.of().formatHex(sha),
                row.getArray(26) == null ? null : Rows.strings(row, 26),
                row.getString(27),
                row.getLong(28));
    }
}
