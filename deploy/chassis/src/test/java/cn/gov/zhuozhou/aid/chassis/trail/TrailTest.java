package cn.gov.zhuozhou.aid.chassis.trail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import cn.gov.zhuozhou.aid.chassis.ChassisTest;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.testing.DatabaseOwner;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@ChassisTest
class TrailTest {
    private static final Actor CLERK = Actor.system("test");

    @Inject
    Trail trail;

    @Inject
    TrailSealer sealer;

    @Inject
    DataSource dataSource;

    @Test
    void anAuditorReadsWhoDidWhatAndWhy() {
        // Given
        String id = UUID.randomUUID().toString();
        record(id);

        // When
        var answer = given().auth().oauth2(Tokens.auditor()).get("/api/v1/trail?subject=thing&subjectId=" + id);

        // Then
        answer.then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].actor", equalTo("system:test"))
                .body("items[0].action", equalTo("thing.made"))
                .body("items[0].reason", equalTo("因为"));
    }

    @Test
    void theApplicationCannotChangeOrRemoveARow() {
        // Given
        record(UUID.randomUUID().toString());

        // When Then
        assertThatThrownBy(() -> asApplication("update trail set actor = 'other'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asApplication("delete from trail")).hasMessageContaining("permission denied");
    }

    @Test
    void aRowChangedByTheOwnerBreaksTheChain() throws SQLException {
        // Given
        String id = UUID.randomUUID().toString();
        record(id);
        sealer.seal();
        assertThat(sealer.firstBroken()).isEmpty();

        // When
        DatabaseOwner.unguarded("trail", "update trail set reason = '别的' where subject_id = '" + id + "'");

        // Then
        assertThat(sealer.firstBroken()).isPresent();
        DatabaseOwner.unguarded("trail", "update trail set reason = '因为' where subject_id = '" + id + "'");
        assertThat(sealer.firstBroken()).isEmpty();
    }

    private void record(String id) {
        QuarkusTransaction.requiringNew()
                .run(() -> trail.record(CLERK, "thing.made", "thing", id, "因为", Map.of("n", 1)));
    }

    private void asApplication(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
