package cn.gov.zhuozhou.aid.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import cn.gov.zhuozhou.aid.local.play.Answer;
import cn.gov.zhuozhou.aid.local.play.Caller;
import cn.gov.zhuozhou.aid.local.play.FeedLoading;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * The life of one payment batch, with its service killed hard while each of its steps is under way. A step is sent again as the
 * same request after the restart, as a portal would.
 */
final class BatchThroughKills {
    private static final String SERVICE = "aid-disbursement";
    private static final String BATCHES = "/api/v1/payment-batches";
    private static final int KILL_LATER_EACH_TIME_MS = 12;
    private static final int EVERY_SO_MANY_IS_RETURNED = 7;
    private static final long ENOUGH_FEN = 1_000_000_000;

    private final LocalSuite suite;
    private final Caller clerk;
    private final Caller reviewer;
    private final Caller cashier;
    private final FeedLoading loading;
    private final String semester;
    private final String programme;
    private int kills;

    BatchThroughKills(LocalSuite suite, String semester, String programme) {
        this.suite = suite;
        this.semester = semester;
        this.programme = programme;
        clerk = new Caller(suite, "clerk");
        reviewer = new Caller(suite, "reviewer");
        cashier = new Caller(suite, "cashier");
        loading = new FeedLoading(clerk);
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

    /** The pupils' own accounts, from their rows of the enrolment file; returns how many stand. */
    int openAccounts(Path enrolment, List<String> studentNumbers) throws IOException {
        List<String> rows = new ArrayList<>(List.of("学籍号,学生姓名,持卡人姓名,持卡人证件号码,开户银行,银行账号"));
        List<String> enrolled = Files.readAllLines(enrolment, charset(enrolment));
        for (String line : enrolled) {
            String[] cells = line.split(",", -1);
            if (studentNumbers.contains(cells[0])) {
                rows.add(String.join(
                        ",", cells[0], cells[1], cells[1], cells[4], "103", "9%015d".formatted(rows.size())));
            }
        }
        Path file = Files.createTempFile("accounts", ".csv");
        try {
            Files.writeString(file, String.join("\n", rows), UTF_8);
            Answer received = clerk.upload(SERVICE, "/api/v1/payees/imports", file);
            assertThat(received.status()).as(received.body().toString()).isEqualTo(202);
            loading.awaitJob(SERVICE, received.body().path("jobId").asText());
            return reviewer.post(
                            SERVICE,
                            "/api/v1/payees/imports/"
                                    + received.body().path("id").asText() + "/confirmation",
                            Map.of())
                    .path("confirmed")
                    .asInt();
        } finally {
            Files.delete(file);
        }
    }

    /**
     * From a list to a closed batch, and to its end again after money came back; returns it. On its way it is rejected once, and voided
     * once between freeze and bank.
     */
    JsonNode live() throws IOException {
        JsonNode made = step(clerk, BATCHES, Map.of("programme", programme, "semester", semester), null);
        String first = BATCHES + "/" + made.path("batch").path("id").asText();
        act(clerk, first, "submissions", Map.of());
        act(reviewer, first, "rejections", Map.of("reason", "请核对名单"));
        freeze(first);
        JsonNode next = act(clerk, first, "replacements", Map.of("reason", "账户更正"));
        assertThat(state(first)).isEqualTo("CANCELLED");
        String batch = BATCHES + "/" + next.path("id").asText();
        freeze(batch);
        byte[] file = throughAKill(() -> cashier.download(SERVICE, "POST", batch + "/bank-file?layout=pain.001"));
        assertThat(throughAKill(() -> cashier.download(SERVICE, "GET", batch + "/bank-file?layout=pain.001")))
                .as("asked for again, the same file")
                .isEqualTo(file);
        bankSays(clerk.all(SERVICE, batch + "/lines?state=SENT"), number -> number % EVERY_SO_MANY_IS_RETURNED == 0);
        writeBackWhatCameBack(batch);
        close(batch);
        assertThat(state(batch)).isEqualTo("CLOSED");
        bankSays(clerk.all(SERVICE, batch + "/lines?state=SETTLED").subList(0, 1), number -> true);
        assertThat(state(batch)).as("money came back after it was closed").isEqualTo("PARTLY_PAID");
        writeBackWhatCameBack(batch);
        close(batch);
        return clerk.get(SERVICE, batch);
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
        assertThat(step(clerk, "/api/v1/reconciliations", Map.of("batchId", id), null)
                        .path("agrees")
                        .asBoolean())
                .isTrue();
        act(clerk, batch, "reconciliation", Map.of());
        act(reviewer, batch, "closure", Map.of());
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
                            returned.test(number) ? "失败,账户已销户" : "成功,"));
        }
        Path file = Files.createTempFile("bank-return", ".csv");
        try {
            Files.writeString(file, String.join("\n", rows), UTF_8);
            UUID key = UUID.randomUUID();
            Answer taken = throughAKill(
                    () -> cashier.uploadOnce(SERVICE, "/api/v1/bank-returns?layout=county-return", file, key));
            assertThat(taken.status()).as(taken.body().toString()).isEqualTo(202);
            kill();
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
            JsonNode proposed = i == 0 ? step(clerk, path, why, null) : clerk.post(SERVICE, path, why);
            String decision = "/api/v1/write-backs/" + proposed.path("id").asText() + "/decision";
            if (i == 0) {
                step(reviewer, decision, yes, null);
            } else {
                reviewer.post(SERVICE, decision, yes);
            }
        }
        kill();
    }

    private JsonNode act(Caller by, String batch, String act, Map<String, ?> body) {
        return step(by, batch + "/" + act, body, "*");
    }

    private JsonNode step(Caller by, String path, Map<String, ?> body, String etag) {
        UUID key = UUID.randomUUID();
        Answer answer = throughAKill(() -> by.postOnce(SERVICE, path, body, etag, key));
        assertThat(answer.ok()).as(path + " answered " + answer).isTrue();
        return answer.body();
    }

    /** Kills the service while the request is under way, a little later each time, and sends it again afterwards. */
    private <T> T throughAKill(Supplier<T> request) {
        CompletableFuture<T> first = CompletableFuture.supplyAsync(request);
        pause((long) kills * KILL_LATER_EACH_TIME_MS);
        kill();
        first.handle((answer, failure) -> null).join();
        return request.get();
    }

    private void kill() {
        kills++;
        suite.service(SERVICE).kill();
        suite.service(SERVICE).restart();
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Charset charset(Path file) {
        try {
            Files.readString(file, UTF_8);
            return UTF_8;
        } catch (IOException notUtf8) {
            return Charset.forName("GB18030");
        }
    }
}
