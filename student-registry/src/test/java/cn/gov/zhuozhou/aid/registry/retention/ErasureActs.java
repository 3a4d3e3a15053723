package cn.gov.zhuozhou.aid.registry.retention;

import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;

/** What two people do to have erased what is over. */
public final class ErasureActs {
    private ErasureActs() {}

    /** Asked for, counted, confirmed and done. */
    public static JsonPath eraseWhatIsOver() {
        return done(decide(Tokens.reviewer(), counted(ask()), true));
    }

    static Response ask() {
        return Acts.as(Tokens.administrator()).body(Map.of("reason", "年度销毁")).post("/api/v1/retention/runs");
    }

    static JsonPath counted(Response asked) {
        return awaited(asked.then().statusCode(202).extract().jsonPath().getString("runId"), "COUNTED");
    }

    static JsonPath done(Response decided) {
        return awaited(decided.then().statusCode(200).extract().jsonPath().getString("id"), "DONE");
    }

    static JsonPath awaited(String run, String state) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> Acts.as(Tokens.auditor())
                                .get("/api/v1/retention/runs/{id}", run)
                                .jsonPath(),
                        shown -> state.equals(shown.getString("run.state")));
    }

    static Response decide(String token, JsonPath run, boolean confirmed) {
        return Acts.as(token)
                .header("If-Match", "\"" + run.getLong("run.version") + "\"")
                .body(Map.of("confirmed", confirmed, "opinion", "同意"))
                .post("/api/v1/retention/runs/{id}/decisions", run.getString("run.id"));
    }
}
