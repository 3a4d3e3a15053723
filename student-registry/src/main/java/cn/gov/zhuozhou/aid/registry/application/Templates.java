package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Versions of the {@link Template}; written once, each in force from its day on. */
@ApplicationScoped
class Templates {
    /** A version and the day it begins. */
    record InForce(int version, LocalDate effectiveFrom, Template definition) {}

    private static final String SELECT = "select version, effective_from, definition from application_template ";

    @Inject
    Database database;

    @Inject
    Turns turns;

    @Inject
    ObjectMapper json;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    /** The version of today. */
    InForce inForce() {
        return database.first(
                        SELECT + "where effective_from <= :today order by effective_from desc limit 1",
                        Map.of("today", clock.today()),
                        this::read)
                .orElseThrow();
    }

    InForce version(int version) {
        return database.first(SELECT + "where version = :version", Map.of("version", version), this::read)
                .orElseThrow();
    }

    List<InForce> all() {
        return database.list(SELECT + "order by effective_from desc", Map.of(), this::read);
    }

    InForce add(LocalDate effectiveFrom, Template definition, Actor actor) {
        if (!effectiveFrom.isAfter(clock.today())) {
            throw new ProblemException(ApplicationProblem.TEMPLATE_NOT_AHEAD);
        }
        turns.alone("application_template");
        InForce added = database.first(
                        """
                        insert into application_template (version, effective_from, definition, set_by, set_by_name, set_at)
                        select max(version) + 1, :from, cast(:definition as jsonb), :by, :name, :now
                        from application_template
                        on conflict do nothing
                        returning version, effective_from, definition
                        """,
                        Map.of(
                                "from", effectiveFrom,
                                "definition", written(definition),
                                "by", actor.id(),
                                "name", actor.name(),
                                "now", clock.now()),
                        this::read)
                .orElseThrow(() -> new ProblemException(ApplicationProblem.TEMPLATE_DAY_TAKEN));
        trail.record(
                actor, "application-template.added", "application-template", Integer.toString(added.version()), null);
        return added;
    }

    private String written(Template definition) {
        try {
            return json.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a template cannot be written", e);
        }
    }

    private InForce read(ResultSet row) throws SQLException {
        try {
            return new InForce(
                    row.getInt(1), row.getObject(2, LocalDate.class), json.readValue(row.getString(3), Template.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a template cannot be read any more", e);
        }
    }
}
