package cn.gov.zhuozhou.aid.registry.reversecheck;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tasks within a jurisdiction: the household's town, for the person has no school. */
@ApplicationScoped
class Tasks {
    /** What a list is narrowed to; null parts do not narrow. */
    record Filter(String state, String town, String answer, Boolean overdue) {}

    /** How many tasks of a town stand where. */
    record Count(String town, TaskState state, int tasks, int overdue, LocalDate oldest) {}

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    List<TaskView> list(Filter filter, Jurisdiction own, UUID after, int most) {
        Map<String, Object> values = values(own);
        values.put("state", filter.state());
        values.put("wantedTown", filter.town());
        values.put("answer", filter.answer());
        values.put("overdue", filter.overdue());
        values.put("after", after);
        values.put("most", most);
        return database.list(TaskView.SELECT + """
                 and (case when :state::text is null then rc.state <> 'CLOSED' else rc.state = :state end)
                  and (:wantedTown::text is null or mc.town = :wantedTown) and (:answer::text is null or a.kind = :answer)
                  and (:overdue::boolean is null
                       or (rc.state in ('OPEN', 'TAKEN', 'PROPOSED') and rc.due_on < :today) = :overdue)
                  and (:after::uuid is null or rc.id > :after)
                order by rc.id limit :most""", values, TaskView::of);
    }

    List<Count> counts(Jurisdiction own) {
        return database.list(
                """
                select mc.town, rc.state, count(*),
                  count(*) filter (where rc.state in ('OPEN', 'TAKEN', 'PROPOSED') and rc.due_on < :today), min(rc.opened_on)
                from reverse_check rc join match_case mc on mc.id = rc.id
                where rc.state <> 'CLOSED' and :ownSchool::text is null and (:ownTown::text is null or mc.town = :ownTown)
                group by 1, 2 order by 5, 1, 2""",
                values(own),
                row -> new Count(
                        row.getString(1),
                        TaskState.valueOf(row.getString(2)),
                        row.getInt(3),
                        row.getInt(4),
                        row.getObject(5, LocalDate.class)));
    }

    TaskView find(UUID id, Jurisdiction own) {
        Map<String, Object> values = values(own);
        values.put("id", id);
        return database.first(TaskView.SELECT + " and rc.id = :id", values, TaskView::of)
                .orElseThrow(ProblemException::notFound);
    }

    /** As the caller saw it; the case goes first, as matching locks it. */
    TaskView lock(UUID id, String ifMatch, Actor actor) {
        find(id, actor.jurisdiction());
        database.list("select 1 from match_case where id = :id for update", Map.of("id", id), row -> row);
        database.list("select 1 from reverse_check where id = :id for update", Map.of("id", id), row -> row);
        TaskView locked = find(id, actor.jurisdiction());
        Versions.require(ifMatch, locked.version());
        return locked;
    }

    private Map<String, Object> values(Jurisdiction own) {
        Map<String, Object> values = new HashMap<>(own.parameters());
        values.put("today", clock.today());
        return values;
    }
}
