package cn.gov.zhuozhou.aid.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import cn.gov.zhuozhou.aid.local.play.Answer;
import cn.gov.zhuozhou.aid.local.play.Caller;
import cn.gov.zhuozhou.aid.local.play.FeedFile;
import cn.gov.zhuozhou.aid.local.play.GoldenThread;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The same county with its hardship feeds in another order and enrolment once more at the end, while services are killed hard in
 * the middle of feeds and of consuming: the final state is the same, no event is lost, no award doubled. Then a payment batch is
 * led to its end with its service killed in every step, and the one that pays again what came back: no line is in two files, nobody
 * paid twice, every fen accounted for.
 */
@Order(1)
@ExtendWith(Machine.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnotherOrderAndHardKillsIT {
    private static final County COUNTY = County.chosen();
    private static final String PAYS = "aid-disbursement";

    /** A table that each follower of the registry's events writes to while it consumes them. */
    private static final Map<String, String> WRITTEN_BY_FOLLOWERS =
            Map.of(PAYS, "award", "accountability", "assignment", "inspection-rectification", "finding");

    /** Tables a register is written to, one after the other, within its transaction. */
    private static final List<String> WRITTEN_BY_INTAKE = List.of("register_entry", "evidence");

    private static final String PROGRAMME = "CMP-03";

    /** What a killed worker was at is taken up as in operation, only sooner. */
    private static final String A_DEAD_WORKERS_LEASE = "4s";

    private static LocalSuite suite;
    private static GoldenThread thread;
    private static BatchThroughKills.Lived lived;

    @BeforeAll
    static void start() {
        suite = RunningSuite.start("hard-kills", options -> options.withSetting("aid.job.lease", A_DEAD_WORKERS_LEASE));
        suite.service(PAYS).keepClasses();
        thread = new GoldenThread(suite, COUNTY.folder(), System.out::println);
    }

    @AfterAll
    static void stop() {
        if (thread != null) {
            thread.close();
        }
        if (suite != null) {
            suite.close();
        }
    }

    @Test
    @Order(1)
    void theOutcomeIsTheSameHoweverFilesComeAndServicesDie() throws Exception {
        // Given
        List<FeedFile> reference =
                thread.files().stream().filter(f -> !isHardshipFeed(f)).toList();
        thread.loadAll(reference);

        // When
        int kills = 0;
        for (FeedFile file : inAnotherOrder(thread.files())) {
            loadThroughAKill(file, WRITTEN_BY_INTAKE.get(kills % WRITTEN_BY_INTAKE.size()));
            kills++;
        }
        thread.load(reference.stream()
                .filter(f -> "enrolment".equals(f.source()))
                .findFirst()
                .orElseThrow());
        String semester = openThroughKills();
        thread.reviewAndNotice(semester);
        thread.approve(semester);

        // Then
        var outcome = new Outcome(thread.clerk(), semester, COUNTY.results().keySet());
        assertThat(outcome.results()).isEqualTo(COUNTY.results());
        assertThat(outcome.awards()).containsExactlyInAnyOrderElementsOf(COUNTY.awards());
    }

    @Test
    @Order(2)
    void aBatchEndsTheSameHoweverOftenItsServiceDies() throws Exception {
        // Given
        var accounts = new OwnAccounts(suite);
        var batch = new BatchThroughKills(suite, COUNTY.semester(), PROGRAMME, accounts);
        List<String> boarders = COUNTY.awards().stream()
                .filter(award -> PROGRAMME.equals(award.programme()))
                .map(County.Award::student)
                .toList();
        batch.fund();
        int opened = accounts.open(enrolment(), boarders);
        // Stopped in order once, it writes down the classes it starts from dozens of times hereafter.
        suite.service(PAYS).restart();

        // When
        lived = batch.live();

        // Then
        System.out.println("  requests cut off by a kill: " + batch.requestsCutOff());
        assertThat(batch.requestsCutOff()).isPositive();
        long fen = lived.returned().path("amountFen").asLong();
        Map<String, Long> ends = fenByState(lived.closed());
        Map<String, Long> endsAgain = fenByState(lived.again().closed());
        assertThat(ends).containsOnlyKeys("SETTLED", "WRITTEN_BACK", "REISSUED").containsEntry("REISSUED", fen);
        assertThat(sum(ends)).isEqualTo(frozenFen(lived.closed()));
        assertThat(endsAgain).containsExactly(Map.entry("SETTLED", fen));
        assertThat(frozenFen(lived.again().closed())).isEqualTo(fen);
        theTwoLinesAreInOneFileEach();
        for (JsonNode closed : List.of(lived.closed(), lived.again().closed())) {
            assertThat(closed.at("/batch/state").asText()).isEqualTo("CLOSED");
            assertThat(batch.proof(closed).path("agrees").asBoolean()).isTrue();
        }
        assertThat(new Caller(suite, "auditor")
                        .get(PAYS, "/api/v1/ledger/seal")
                        .path("whole")
                        .asBoolean())
                .isTrue();
        assertThat(batch.count(Map.of(
                        "lines paid or written back",
                        "select count(*) from payment_line where state in ('SETTLED', 'WRITTEN_BACK')",
                        "awards paid twice",
                        "select count(*) from (select from payment_line where state = 'SETTLED'"
                                + " group by award_id, instalment having count(*) > 1) twice",
                        "files of the batch, of the one it replaces and of the one that pays again",
                        "select count(*) from payment_file",
                        "batches rejected and voided on the way",
                        "select count(distinct batch_id) from payment_batch_step where act in ('REJECTED', 'VOIDED')",
                        "closings",
                        "select count(*) from payment_batch_step where act = 'CLOSED'",
                        "transactions that do not balance",
                        "select count(*) from (select from ledger_entry group by transaction_id having"
                                + " sum(case direction when 'DEBIT' then amount_fen else -amount_fen end) <> 0) t",
                        "fen not at rest",
                        "select coalesce(sum(credit_fen - debit_fen), 0) from ledger_balance"
                                + " where side in ('PAYABLE', 'RETURNED')")))
                .containsOnly(
                        Map.entry("lines paid or written back", (long) opened),
                        Map.entry("awards paid twice", 0L),
                        Map.entry("files of the batch, of the one it replaces and of the one that pays again", 2L),
                        Map.entry("batches rejected and voided on the way", 1L),
                        Map.entry("closings", 3L),
                        Map.entry("transactions that do not balance", 0L),
                        Map.entry("fen not at rest", 0L));
    }

    private static void theTwoLinesAreInOneFileEach() {
        String original = lived.returned().path("endToEndId").asText();
        JsonNode again = lived.again().line();
        assertThat(again.path("reissueOf")).isEqualTo(lived.returned().path("id"));
        assertThat(again.path("accountId")).isNotEqualTo(lived.returned().path("accountId"));
        assertThat(lived.again().file())
                .containsExactly(again.path("endToEndId").asText())
                .doesNotContain(original);
        assertThat(lived.file())
                .doesNotHaveDuplicates()
                .contains(original)
                .doesNotContainAnyElementsOf(lived.again().file());
    }

    private static Map<String, Long> fenByState(JsonNode batch) {
        Map<String, Long> fen = new TreeMap<>();
        batch.path("lines")
                .forEach(sum ->
                        fen.put(sum.path("state").asText(), sum.path("fen").asLong()));
        return fen;
    }

    private static long sum(Map<String, Long> fen) {
        return fen.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long frozenFen(JsonNode batch) {
        return batch.at("/batch/frozenFen").asLong();
    }

    /** A08, S138. */
    @Test
    @Order(3)
    void theCaseFileShowsEachPaymentAndWhatDidNotArriveBecomesAFinding() {
        // Given
        List<String> paid = pupilsOf("SETTLED");
        List<String> unpaid = pupilsOf("WRITTEN_BACK");
        thread.awaitRest();
        assertThat(paymentInCaseFile(paid.getFirst()).path("settledOn").isTextual())
                .isTrue();
        assertThat(paymentInCaseFile(unpaid.getFirst()).path("state").asText()).isEqualTo("RETURNED");
        String paidAgain = lived.returned().path("studentId").asText();
        assertThat(paymentsInCaseFile(paidAgain))
                .extracting(payment -> payment.at("/detail/state").asText())
                .containsExactlyInAnyOrder("RETURNED", "SETTLED");

        // When
        thread.moveClocks(wellAfterTheSemesterIsDue());
        thread.awaitRest();

        // Then
        List<String> late = new ArrayList<>();
        for (JsonNode finding : thread.reviewer().all("inspection-rectification", "/api/v1/findings?code=A08")) {
            if (finding.path("reasons").toString().contains(PROGRAMME)) {
                late.add(finding.path("studentId").asText());
            }
        }
        assertThat(late).containsAll(unpaid).doesNotContainAnyElementsOf(paid).doesNotContain(paidAgain);
    }

    /** Pupils of the batch's lines in a state. */
    private static List<String> pupilsOf(String state) {
        String batch = lived.closed().at("/batch/id").asText();
        return thread.clerk().all(PAYS, "/api/v1/payment-batches/" + batch + "/lines?state=" + state).stream()
                .map(line -> line.path("studentId").asText())
                .toList();
    }

    private static JsonNode paymentInCaseFile(String student) {
        return paymentsInCaseFile(student).path(0).path("detail");
    }

    private static JsonNode paymentsInCaseFile(String student) {
        return thread.clerk()
                .get("accountability", "/api/v1/case-files/" + student)
                .path("payments");
    }

    private static LocalDate wellAfterTheSemesterIsDue() {
        String semester = COUNTY.semester();
        int year = Integer.parseInt(semester.substring(0, 4));
        return semester.endsWith("spring") ? LocalDate.of(year, 6, 10) : LocalDate.of(year, 12, 31);
    }

    private static Path enrolment() {
        return thread.files().stream()
                .filter(file -> "enrolment".equals(file.source()))
                .findFirst()
                .orElseThrow()
                .path();
    }

    private static void loadThroughAKill(FeedFile file, String table) throws Exception {
        var registry = suite.service("student-registry");
        Answer accepted;
        try (HeldTable held = HeldTable.of(suite, registry.name(), table)) {
            accepted = thread.loading().handIn(file);
            assertThat(accepted.status()).isEqualTo(202);
            held.awaitWriter();
            registry.kill();
        }
        registry.restart();
        thread.loading().finished(file.service(), accepted);
    }

    /** Kills each who follows the registry's events amid what it writes of them. */
    private static String openThroughKills() throws Exception {
        String semester = thread.clerk()
                .get("student-registry", "/api/v1/clock")
                .path("semester")
                .asText();
        Map<String, HeldTable> held = new TreeMap<>();
        for (var written : WRITTEN_BY_FOLLOWERS.entrySet()) {
            held.put(written.getKey(), HeldTable.of(suite, written.getKey(), written.getValue()));
        }
        var opening = thread.clerk().post("student-registry", "/api/v1/semesters/" + semester + "/opening", Map.of());
        for (var follower : held.entrySet()) {
            follower.getValue().awaitWriter();
            suite.service(follower.getKey()).kill();
            follower.getValue().close();
        }
        held.keySet().forEach(name -> suite.service(name).restart());
        thread.loading().awaitJob("student-registry", opening.path("jobId").asText());
        thread.awaitRest();
        return semester;
    }

    private static boolean isHardshipFeed(FeedFile file) {
        return file.source().contains("-");
    }

    /** Poverty office before civil affairs; snapshots of one source stay in the order of their days. */
    private static List<FeedFile> inAnotherOrder(List<FeedFile> files) {
        List<FeedFile> hardship = new ArrayList<>(files.stream()
                .filter(AnotherOrderAndHardKillsIT::isHardshipFeed)
                .toList());
        hardship.sort(Comparator.comparing(FeedFile::source).reversed().thenComparing(FeedFile::asOf));
        return hardship;
    }
}
