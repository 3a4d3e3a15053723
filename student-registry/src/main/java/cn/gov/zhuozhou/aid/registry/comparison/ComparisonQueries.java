package cn.gov.zhuozhou.aid.registry.comparison;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What came of comparisons, narrowed to the schools somebody answers for. */
@ApplicationScoped
class ComparisonQueries {
    private static final String SELECT = """
            select id, semester, mapping_code, mapping_version, as_of, sha256, rows, unread, ours, both_sides, by_name, at
            from comparison
            """;

    private static final String OWN = """
             and (cast(:ownSchool as text) is null or x.school = :ownSchool)
              and (cast(:ownTown as text) is null or x.town = :ownTown)
            """;

    private static final String PERSONS = """
            select x.id, x.side, x.student_id, x.line_no, x.name, x.number, x.school, x.stage, x.level
            from comparison_person x
            where x.comparison_id = :id and (cast(:side as text) is null or x.side = :side)
            """ + OWN;

    @Inject
    Database database;

    Page<Comparison> list(String semester, Paging paging) {
        return Page.of(
                database.list(
                        SELECT + """
                        where (cast(:semester as text) is null or semester = :semester)
                          and (cast(:after as uuid) is null or id > :after)
                        order by id limit %d
                        """.formatted(paging.limit() + 1),
                        Values.of("semester", semester).and("after", paging.afterId()),
                        ComparisonQueries::read),
                paging.limit(),
                Comparison::id);
    }

    Optional<Comparison> find(UUID id) {
        return database.first(SELECT + " where id = :id", Values.of("id", id), ComparisonQueries::read);
    }

    List<Comparison.Total> totals(UUID id, boolean differentOnly, Jurisdiction own) {
        return database.list(
                """
                select x.school, c.name, x.stage, x.level, x.ours, x.theirs, x.theirs - x.ours
                from comparison_total x left join school c on c.code = x.school
                where x.comparison_id = :id and (not :different or x.ours <> x.theirs)
                """ + OWN + " order by x.school, x.stage, x.level",
                Values.of(own.parameters()).and("id", id).and("different", differentOnly),
                row -> new Comparison.Total(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)));
    }

    Page<Comparison.Person> persons(UUID id, Comparison.Side side, Jurisdiction own, Paging paging) {
        return Page.of(
                database.list(
                        PERSONS + " and (cast(:after as uuid) is null or x.id > :after) order by x.id limit "
                                + (paging.limit() + 1),
                        Values.of(own.parameters())
                                .and("id", id)
                                .and("side", side)
                                .and("after", paging.afterId()),
                        ComparisonQueries::person),
                paging.limit(),
                Comparison.Person::id);
    }

    List<Comparison.Person> allPersons(UUID id, Jurisdiction own) {
        return database.list(
                PERSONS + " order by x.side, x.school, x.id",
                Values.of(own.parameters()).and("id", id).and("side", null),
                ComparisonQueries::person);
    }

    private static Comparison.Person person(ResultSet row) throws SQLException {
        return new Comparison.Person(
                row.getObject(1, UUID.class),
                Comparison.Side.valueOf(row.getString(2)),
                row.getObject(3, UUID.class),
                row.getObject(4, Integer.class),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }

    private static Comparison read(ResultSet row) throws SQLException {
        return new Comparison(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getObject(5, LocalDate.class),
                HexFormat.of().formatHex(row.getBytes(6)),
                row.getInt(7),
                row.getInt(8),
                row.getLong(9),
                row.getLong(10),
                row.getString(11),
                Rows.instant(row, 12));
    }
}
