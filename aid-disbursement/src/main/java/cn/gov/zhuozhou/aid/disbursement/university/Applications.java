package cn.gov.zhuozhou.aid.disbursement.university;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Database.RowReader;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How grants and loans are found, each within the jurisdiction of its school. */
abstract class Applications<T extends Applications.Application> {
    /** One of them. */
    interface Application {
        UUID id();

        long version();
    }

    private static final String OWN = """
            where (cast(:ownSchool as text) is null or x.school_code = :ownSchool)
              and (cast(:ownTown as text) is null or x.school_town = :ownTown)
            """;

    private final String subject;
    private final String table;
    private final String year;
    private final String select;
    private final RowReader<T> reader;

    @Inject
    Database database;

    @Inject
    Applicants applicants;

    /**
     * @param year the column they are listed by
     * @param select columns and joins, of the alias x
     */
    Applications(String subject, String table, String year, String select, RowReader<T> reader) {
        this.subject = subject;
        this.table = table;
        this.year = year;
        this.select = select + OWN;
        this.reader = reader;
    }

    /** What files and events name them. */
    String subject() {
        return subject;
    }

    Optional<T> find(UUID id, Jurisdiction own) {
        return database.first(
                select + " and x.id = :id", Values.of(own.parameters()).and("id", id), reader);
    }

    Page<T> list(Integer inYear, String school, String state, Jurisdiction own, Paging paging) {
        return Page.of(
                narrowed(inYear, school, state, paging.afterId(), paging.limit() + 1, own),
                paging.limit(),
                Application::id);
    }

    List<T> narrowed(Integer inYear, String school, String state, UUID after, int most, Jurisdiction own) {
        return database.list(
                select + """
                  and (cast(:year as integer) is null or x.%s = :year)
                  and (cast(:school as text) is null or x.school_code = :school)
                  and (cast(:state as text) is null or x.state = :state)
                  and (cast(:after as uuid) is null or x.id > :after)
                order by x.id limit :most
                """.formatted(year),
                Values.of(own.parameters())
                        .and("year", inYear)
                        .and("school", school)
                        .and("state", state)
                        .and("after", after)
                        .and("most", most),
                reader);
    }

    /** Seen in its newest version, and nobody else changes it until the present transaction ends. */
    T locked(UUID id, String ifMatch, Actor actor) {
        database.list("select 1 from " + table + " where id = :id for update", Map.of("id", id), row -> true);
        T found = find(id, actor.jurisdiction()).orElseThrow(ProblemException::notFound);
        Versions.require(ifMatch, found.version());
        return found;
    }

    /** The application as it is after a step, which is written down. */
    T stepped(T before, Enum<?> occasion, Enum<?> to, String reason, Actor actor) {
        applicants.remember(subject, before.id(), before.version() + 1, occasion, to, reason, actor);
        return find(before.id(), actor.jurisdiction()).orElseThrow();
    }
}
