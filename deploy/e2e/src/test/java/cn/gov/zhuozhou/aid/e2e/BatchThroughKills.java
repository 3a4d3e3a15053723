package cn.gov.zhuozhou.aid.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import cn.gov.zhuozhou.aid.local.play.Answer;
import cn.gov.zhuozhou.aid.local.play.Caller;
import cn.gov.zhuozhou.aid.local.play.FeedLoading;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** The life of one payment batch and of the one that pays again, with their service killed hard while each step is under way. */
final class BatchThroughKills {
    private static final String SERVICE = "aid-disbursement";
    private static final String BATCHES = "/api/v1/payment-batches";
    private static final int EVERY_SO_MANY_IS_RETURNED = 7;
    private static final long ENOUGH_FEN = 1_000_000_000;
    private static final int ACCOUNT_TO_BE_RENEWED = 2;
    private static final String WHY_RETURNED = "账户已销户";
    private static final Pattern IDENTITY = Pattern.compile("<EndToEndId>([^<]+)</EndToEndId>");

    /**
     * A batch that is over.
     *
     * @param file the identities in its bank file
     * @param returned the line that was paid again, as it came back
     */
    record Lived(JsonNode closed, List<String> file, JsonNode returned, PaidAgain again) {}

    /** The batch by which one line was paid again, its bank file, and the line it paid by. */
    record PaidAgain(JsonNode closed, List<String> file, JsonNode line) {}

    private final LocalSuite suite;
    private final Caller clerk;
    private final Caller reviewer;
    private final Caller cashier;
    private final FeedLoading loading;
    private final String semester;
    private final String programme;
    private final OwnAccounts accounts;
    private final KilledService killed;

    BatchThroughKills(LocalSuite suite, String semester, String programme, OwnAccounts accounts) {
        this.suite = suite;
        this.semester = semester;
        this.programme = programme;
        clerk = new Caller(suite, "clerk");
        reviewer = new Caller(suite, "reviewer");
        cashier = new Caller(suite, "cashier");
        loading = new FeedLoading(clerk);
        this.accounts = accounts;
        killed = new KilledService(suite.service(SERVICE));
    }

    /** Every source of the county gives enough for the programme. */
    void fund() {
        int year = Integer.parseInt(semester.substring(0, 4));
        String today = clerk.get(SERVICE, "/api/v1/clock").path("today").asText();
        for (JsonNode source : clerk.get(SERVICE, "/api/v1/fund-sources")) {
            JsonNode income = clerk.post(
                    SERVICE,
                    "/api/v1/fund-incomes",
                    Map.of(
                            "source",
                            source.path("code").asText(),
                            "programme",
                            programme,
                            "year",
                            year,
                            "semester",
                            semester,
                            "documentNo",
                            "测试〔" + year + "〕" + source.path("code").asText(),
                            "receivedOn",
                            today,
                            "amountFen",
                            ENOUGH_FEN));
            Answer confirmed = reviewer.postIfMatch(
                    SERVICE,
                    "/api/v1/fund-incomes/" + income.path("id").asText() + "/decision",
                    Map.of("confirmed", true, "reason", "款项已到账"),
                    "*");
            assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(200);
        }
    }

    /**
     * From a list to a closed batch, and to its end again after money came back; returns it. On its way it is rejected once, and voided
     * once between freeze and bank; of what the bank returns one is paid again to another account, the rest is written back.
     */
    Lived live() throws IOException {
        JsonNode made = killed.step(clerk, BATCHES, Map.of("programme", programme, "semester", semester), null);
        String first = BATCHES + "/" + made.path("batch").path("id").asText();
        act(clerk, first, "submissions", Map.of());
        act(reviewer, first, "rejections", Map.of("reason", "请核对名单"));
        freeze(first);
        JsonNode next = act(clerk, first, "replacements", Map.of("reason", "账户更正"));
        assertThat(state(first)).isEqualTo("CANCELLED");
        String batch = BATCHES + "/" + next.path("id").asText();
        freeze(batch);
        byte[] file = send(batch);
        assertThat(killed.throughAKill(() -> file("GET", batch)))
                .as("asked for again, the same file")
                .isEqualTo(file);
        bankSays(clerk.all(SERVICE, batch + "/lines?state=SENT"), number -> number % EVERY_SO_MANY_IS_RETURNED == 0);
        JsonNode returned = clerk.all(SERVICE, batch + "/lines?state=RETURNED").getFirst();
        PaidAgain again = payAgain(returned);
        writeBackWhatCameBack(batch);
        close(batch);
        assertThat(state(batch)).isEqualTo("CLOSED");
        bankSays(clerk.all(SERVICE, batch + "/lines?state=SETTLED").subList(0, 1), number -> true);
        assertThat(state(batch)).as("money came back after it was closed").isEqualTo("PARTLY_PAID");
        writeBackWhatCameBack(batch);
        close(batch);
        return new Lived(clerk.get(SERVICE, batch), identities(file), returned, again);
    }

    /** What came back is paid to another account, by a batch of its own, which is through before the one it came from. */
    private PaidAgain payAgain(JsonNode returned) throws IOException {
        String student = returned.path("studentId").asText();
        assertThat(returned.path("returnText").asText()).isEqualTo(WHY_RETURNED);
        assertThat(accounts.inForce(student).path("status").asInt())
                .as("nothing is paid to an account money came back from")
                .isEqualTo(ACCOUNT_TO_BE_RENEWED);
        accounts.replace(student, killed);
        JsonNode made = killed.step(
                clerk, BATCHES, Map.of("kind", "REISSUE", "programme", programme, "semester", semester), null);
        String batch = BATCHES + "/" + made.at("/batch/id").asText();
        freeze(batch);
        byte[] file = send(batch);
        List<JsonNode> sent = clerk.all(SERVICE, batch + "/lines?state=SENT");
        assertThat(sent).as("only whose account was corrected").hasSize(1);
        bankSays(sent, number -> false);
        close(batch);
        return new PaidAgain(
                clerk.get(SERVICE, batch),
                identities(file),
                clerk.all(SERVICE, batch + "/lines").getFirst());
    }

    private byte[] send(String batch) {
        return killed.throughAKill(() -> file("POST", batch));
    }

    private byte[] file(String method, String batch) {
        return cashier.download(SERVICE, method, batch + "/bank-file?layout=pain.001");
    }

    /** As often as the file names each. */
    private static List<String> identities(byte[] file) {
        return IDENTITY.matcher(new String(file, UTF_8))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private void freeze(String batch) {
        act(clerk, batch, "submissions", Map.of());
        act(reviewer, batch, "notice-confirmations", Map.of());
        act(reviewer, batch, "approvals", Map.of("part", "CENTER_SCHOOL"));
        act(reviewer, batch, "approvals", Map.of("part", "COUNTY"));
        act(reviewer, batch, "freeze", Map.of());
    }

    private void close(String batch) {
        String id = batch.substring(BATCHES.length() + 1);
        assertThat(killed.step(clerk, "/api/v1/reconciliations", Map.of("batchId", id), null)
                        .path("agrees")
                        .asBoolean())
                .isTrue();
        act(clerk, batch, "reconciliation", Map.of());
        act(reviewer, batch, "closure", Map.of());
    }

    /** Awards, bank and books of a batch set against each other once more. */
    JsonNode proof(JsonNode closed) {
        return clerk.post(
                SERVICE,
                "/api/v1/reconciliations",
                Map.of("batchId", closed.at("/batch/id").asText()));
    }

    int requestsCutOff() {
        return killed.cutOff();
    }

    private String state(String batch) {
        return clerk.get(SERVICE, batch).path("batch").path("state").asText();
    }

    /** What stands in the database's own words: rows of it, and how many of them there are. */
    Map<String, Long> count(Map<String, String> queries) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (var database = suite.postgres().connect("aid_disbursement");
                var statement = database.createStatement()) {
            for (var query : queries.entrySet()) {
                try (var rows = statement.executeQuery(query.getValue())) {
                    rows.next();
                    counts.put(query.getKey(), rows.getLong(1));
                }
            }
        }
        return counts;
    }

    private void bankSays(List<JsonNode> lines, IntPredicate returned) throws IOException {
        List<String> rows = new ArrayList<>(List.of("序号,流水号,金额,处理结果,失败原因"));
        for (JsonNode line : lines) {
            int number = rows.size();
            long fen = line.path("amountFen").asLong();
            rows.add("%d,%s,%d.%02d,%s"
                    .formatted(
                            number,
                            line.path("endToEndId").asText(),
                            fen / 100,
                            fen % 100,
                            returned.test(number) ? "失败," + WHY_RETURNED : "成功,"));
        }
        Path file = Files.createTempFile("bank-return", ".csv");
        try {
            Files.writeString(file, String.join("\n", rows), UTF_8);
            UUID key = UUID.randomUUID();
            Answer taken = killed.throughAKill(
                    () -> cashier.uploadOnce(SERVICE, "/api/v1/bank-returns?layout=county-return", file, key));
            assertThat(taken.status()).as(taken.body().toString()).isEqualTo(202);
            killed.kill();
            loading.awaitJob(SERVICE, taken.body().path("job").asText());
        } finally {
            Files.delete(file);
        }
    }

    /** Proposed and decided line by line; the service dies amid them. */
    private void writeBackWhatCameBack(String batch) {
        List<JsonNode> lines = clerk.all(SERVICE, batch + "/lines?state=RETURNED");
        for (int i = 0; i < lines.size(); i++) {
            String path = "/api/v1/payment-lines/" + lines.get(i).path("id").asText() + "/write-backs";
            Map<String, ?> why = Map.of("reason", "账户已销户，退回资金来源");
            Map<String, ?> yes = Map.of("approved", true);
            JsonNode proposed = i == 0 ? killed.step(clerk, path, why, null) : clerk.post(SERVICE, path, why);
            String decision = "/api/v1/write-backs/" + proposed.path("id").asText() + "/decision";
            if (i == 0) {
                killed.step(reviewer, decision, yes, null);
            } else {
                reviewer.post(SERVICE, decision, yes);
            }
        }
        killed.kill();
    }

    private JsonNode act(Caller by, String batch, String act, Map<String, ?> body) {
        return killed.step(by, batch + "/" + act, body, "*");
    }
}
