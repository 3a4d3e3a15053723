package cn.gov.zhuozhou.aid.chassis.http;

import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Json;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers already given, by actor and key. The unique key lets the database settle races. */
@ApplicationScoped
class IdempotentRequests {
    record Answer(int status, Map<String, String> headers, String body) {}

    private static final List<String> KEPT_HEADERS = List.of("Location", "ETag");

    @Inject
    Database database;

    @Inject
    Json json;

    /** Claims the key, or gives the answer kept of the request that claimed it; waits where that one is still running. */
    Optional<Answer> begin(String actor, String key, String operation, String requestHash) {
        int claimed =
                database.update("""
                insert into idempotency (actor, key, operation, request_hash) values (:actor, :key, :operation, :hash)
                on conflict do nothing
                """, Map.of("actor", actor, "key", key, "operation", operation, "hash", requestHash));
        return claimed == 1 ? Optional.empty() : Optional.of(earlier(actor, key, requestHash));
    }

    private Answer earlier(String actor, String key, String requestHash) {
        record Earlier(String requestHash, Answer answer) {}
        Earlier earlier = database.first(
                        "select request_hash, status, headers, body from idempotency where actor = :actor and key = :key",
                        Map.of("actor", actor, "key", key),
                        row -> new Earlier(
                                row.getString(1),
                                new Answer(row.getInt(2), headers(row.getString(3)), row.getString(4))))
                .orElseThrow(() -> new IllegalStateException("an idempotency key vanished"));
        if (!earlier.requestHash().equals(requestHash)) {
            throw new ProblemException(CommonProblem.KEY_USED_FOR_ANOTHER_REQUEST);
        }
        return earlier.answer();
    }

    /** None where the answer was not kept. */
    private Map<String, String> headers(String kept) {
        return kept == null ? Map.of() : json.readTexts(kept);
    }

    void finish(String actor, String key, Response response, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            if (response.getHeaderString(name) != null) {
                headers.put(name, response.getHeaderString(name));
            }
        }
        database.update(
                """
                update idempotency set status = :status, headers = :headers::jsonb, body = :body
                where actor = :actor and key = :key
                """,
                Values.of("actor", actor)
                        .and("key", key)
                        .and("status", response.getStatus())
                        .and("headers", json.write(headers))
                        .and("body", body));
    }
}
