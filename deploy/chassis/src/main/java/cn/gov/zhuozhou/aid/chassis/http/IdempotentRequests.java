package cn.gov.zhuozhou.aid.chassis.http;

import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The answers already given, by actor and key. The unique key lets the database settle races. */
@ApplicationScoped
class IdempotentRequests {
    record Answer(int status, Map<String, String> headers, String body) {}

    private static final List<String> KEPT_HEADERS = List.of("Location", "ETag");

    @Inject
    DataSource dataSource;

    @Inject
    ObjectMapper json;

    /** Claims the key, or gives the answer of the request that claimed it; waits where that one is still running. */
    Optional<Answer> begin(String actor, String key, String operation, String requestHash) {
        try (var connection = dataSource.getConnection()) {
            String sql = "insert into idempotency (actor, key, operation, request_hash) values (?, ?, ?, ?)"
                    + " on conflict do nothing";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, actor);
                statement.setString(2, key);
                statement.setString(3, operation);
                statement.setString(4, requestHash);
                if (statement.executeUpdate() == 1) {
                    return Optional.empty();
                }
            }
            return Optional.of(earlier(connection, actor, key, requestHash));
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the idempotency key cannot be claimed", e);
        }
    }

    private Answer earlier(Connection connection, String actor, String key, String requestHash)
            throws SQLException, JsonProcessingException {
        String sql = "select request_hash, status, headers, body from idempotency where actor = ? and key = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, actor);
            statement.setString(2, key);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("an idempotency key vanished");
                }
                if (!rows.getString(1).equals(requestHash)) {
                    throw new ProblemException(CommonProblem.KEY_USED_FOR_ANOTHER_REQUEST);
                }
                Map<String, String> headers = json.readValue(rows.getString(3), new TypeReference<>() {});
                return new Answer(rows.getInt(2), headers, rows.getString(4));
            }
        }
    }

    void finish(String actor, String key, Response response, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            if (response.getHeaderString(name) != null) {
                headers.put(name, response.getHeaderString(name));
            }
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "update idempotency set status = ?, headers = ?::jsonb, body = ? where actor = ? and key = ?")) {
            statement.setInt(1, response.getStatus());
            statement.setString(2, json.writeValueAsString(headers));
            statement.setString(3, body);
            statement.setString(4, actor);
            statement.setString(5, key);
            statement.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the answer cannot be kept", e);
        }
    }
}
