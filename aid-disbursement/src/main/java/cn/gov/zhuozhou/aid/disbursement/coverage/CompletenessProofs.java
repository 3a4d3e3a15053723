package cn.gov.zhuozhou.aid.disbursement.coverage;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Json;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.coverage.Completeness.Proof;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers to the three questions of a semester (S28) that somebody stands for: kept as they were, for whoever asks later. */
@ApplicationScoped
class CompletenessProofs {
    /**
     * A kept answer without its figures.
     *
     * @param ofSchool whose pupils it is about; null where of a town or of the county
     * @param sha256 over the answers as JSON
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Kept(
            UUID id,
            String semester,
            String ofSchool,
            String ofTown,
            String policyVersion,
            boolean personComplete,
            boolean moneyComplete,
            boolean policyComplete,
            String sha256,
            String madeBy,
            String madeByName,
            Instant madeAt) {}

    /**
     * A kept answer with its figures.
     *
     * @param unaltered what is kept still has the hash it was kept with
     */
    record Shown(Kept proof, JsonNode answers, boolean unaltered) {}

    private static final String COLUMNS = """
            select id, semester, of_school, of_town, policy_version, person_complete, money_complete, policy_complete, sha256,
                   made_by, made_by_name, made_at, answers
            from completeness_proof
            where (:ownSchool::text is null or of_school = :ownSchool) and (:ownTown::text is null or of_town = :ownTown)
            """;

    @Inject
    Completeness completeness;

    @Inject
    Database database;

    @Inject
    Json json;

    @Inject
    Trail trail;

    /** Answers the questions now, and keeps the answer. */
    Kept make(Semester semester, Actor by) {
        Proof proof = completeness.of(semester, by.jurisdiction());
        UUID id = Ids.next();
        database.update(
                """
                insert into completeness_proof (id, semester, of_school, of_town, policy_version, person_complete, money_complete,
                  policy_complete, answers, sha256, made_by, made_by_name, made_at)
                values (:id, :semester, :ownSchool, :ownTown, :version, :person, :money, :policy, :answers, :sha, :by, :byName, :at)
                """,
                Values.of(by.jurisdiction().parameters())
                        .and("id", id)
                        .and("semester", semester.code())
                        .and("version", proof.policyVersion())
                        .and("person", proof.person().complete())
                        .and("money", proof.money().complete())
                        .and("policy", proof.policy().complete())
                        .and("answers", json.write(proof.answers()))
                        .and("sha", proof.sha256())
                        .and("by", by.id())
                        .and("byName", by.name())
                        .and("at", proof.madeAt()));
        trail.record(
                by,
                "completeness.proven",
                "completeness-proof",
                id.toString(),
                null,
                Map.of("semester", semester.code(), "sha256", proof.sha256()));
        return find(id, by.jurisdiction()).orElseThrow().proof();
    }

    Optional<Shown> find(UUID id, Jurisdiction own) {
        return database.first(
                COLUMNS + " and id = :id", Values.of(own.parameters()).and("id", id), this::shown);
    }

    Page<Kept> list(Semester semester, Jurisdiction own, Paging paging) {
        return Page.of(
                database.list(
                        COLUMNS + """
                          and semester = :semester and (:after::uuid is null or id > :after) order by id limit :most
                        """,
                        Values.of(own.parameters())
                                .and("semester", semester.code())
                                .and("after", paging.afterId())
                                .and("most", paging.limit() + 1),
                        CompletenessProofs::kept),
                paging.limit(),
                Kept::id);
    }

    private Shown shown(ResultSet row) throws SQLException {
        Kept kept = kept(row);
        String answers = row.getString(13);
        return new Shown(kept, json.read(answers), Completeness.sha256(answers).equals(kept.sha256()));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                row.getBoolean(7),
                row.getBoolean(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                Rows.instant(row, 12));
    }
}
