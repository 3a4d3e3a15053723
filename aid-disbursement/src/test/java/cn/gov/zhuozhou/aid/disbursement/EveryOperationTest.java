package cn.gov.zhuozhou.aid.disbursement;

import cn.gov.zhuozhou.aid.chassis.testing.EveryOperation;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.award.ApprovedPupils;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountsOf;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@DisbursementTest
class EveryOperationTest extends EveryOperation {
    @Inject
    ApprovedPupils pupils;

    @Inject
    AccountsOf accounts;

    EveryOperationTest() {
        super("GET /api/v1/clock");
    }

    @Override
    protected Map<String, String> rows() {
        var approved = pupils.one();
        var family = accounts.family(Stage.PRIMARY, approved.school());
        Map<String, Object> batch =
                Map.of("programme", "CMP-03", "semester", "2019-spring", "schoolCode", approved.school());
        Map<String, Object> setAside = Map.of(
                "schoolCode",
                approved.school(),
                "year",
                2018,
                "schoolKind",
                "PUBLIC",
                "schoolNature",
                "ORDINARY",
                "incomeBaseFen",
                1_000_000,
                "setAsideFen",
                50_000);
        Map<String, Object> receipt = Map.of(
                "schoolCode",
                approved.school(),
                "studentId",
                approved.student(),
                "semester",
                "2019-spring",
                "fee",
                "TUITION",
                "number",
                "1",
                "amountFen",
                75_000,
                "receivedOn",
                "2019-03-01");
        return Map.of(
                "/api/v1/awards/{id}",
                "/api/v1/awards/" + approved.award(),
                "/api/v1/fee-receipts/{id}",
                made("fee-receipts", receipt),
                "/api/v1/payees/{id}",
                "/api/v1/payees/" + accounts.confirmed(family.own(AccountsOf.card())),
                "/api/v1/payment-batches/{id}",
                made("payment-batches", batch),
                "/api/v1/set-asides/{id}",
                made("set-asides", setAside),
                "/api/v1/coverage/completeness/proofs/{id}",
                made("coverage/completeness/proofs", Map.of("semester", "2019-spring")));
    }

    /** Its address. */
    private static String made(String things, Map<String, ?> body) {
        String location = Rest.post(Tokens.clerk(), things, body)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return URI.create(location).getPath();
    }

    @Override
    protected Map<String, String> triedWithUnknownKeysOnly() {
        Map<String, String> tried = new HashMap<>(Map.of(
                "/api/v1/awards/approvals/{run}", "holds counts of one's own jurisdiction only",
                "/api/v1/payees/imports/{id}", "a row of another school is tried in PayeeImportTest",
                "/api/v1/freshman-grants/{id}", "a row of another school is tried in FreshmanGrantTest",
                "/api/v1/student-loans/{id}", "a row of another school is tried in UniversityTest",
                "/api/v1/university-publicity/{id}", "only entering one for another school is tried, in UniversityTest",
                "/api/v1/recoveries/{id}", "a row of another school is tried in RecoveryTest"));
        List.of(
                        "/api/v1/bank-returns/{id}",
                        "/api/v1/banks/{code}",
                        "PUT /api/v1/calendar/years/{year}",
                        "/api/v1/carry-overs/{id}",
                        "/api/v1/dead-letters/{id}",
                        "/api/v1/donation-allocations/{id}",
                        "/api/v1/donations/{id}",
                        "/api/v1/donor-columns/{code}",
                        "/api/v1/donors/{id}",
                        "/api/v1/freshman-grants/quotas/{school}/{year}",
                        "/api/v1/fund-incomes/{id}",
                        "/api/v1/fund-quotas/{id}",
                        "/api/v1/fund-sources/{code}",
                        "/api/v1/jobs/{id}",
                        "/api/v1/number-retention/runs/{id}",
                        "/api/v1/pairings/{id}",
                        "/api/v1/payment-lines/{id}",
                        "/api/v1/policies/{version}",
                        "/api/v1/quotas/{id}",
                        "/api/v1/reconciliations/{id}",
                        "/api/v1/recovery-items/{id}",
                        "/api/v1/simulations/{id}",
                        "/api/v1/treasury-returns/{id}",
                        "/api/v1/universities/{id}",
                        "/api/v1/write-backs/{id}")
                .forEach(address -> tried.put(address, "of the bureau: refused before anything is looked up"));
        return tried;
    }

    @Override
    protected Map<String, String> seenFromEverywhere() {
        return Map.of(
                "GET /api/v1/calendar/years/{year}", "working days are the same for all",
                "GET /api/v1/policies/{version}", "policy is the same for all",
                "GET /api/v1/policies/{version}/problems", "policy is the same for all",
                "GET /api/v1/policies/{version}/rows", "policy is the same for all",
                "GET /api/v1/policies/{version}/workbook", "policy is the same for all",
                "GET /api/v1/universities/{id}", "universities are the same for all");
    }

    @Override
    protected Map<String, String> knownWithEveryKey() {
        return Map.of(
                "PUT /api/v1/calendar/years/{year}",
                "enters a year that was not there",
                "PUT /api/v1/banks/{code}",
                "enters a bank that was not there",
                "PUT /api/v1/donor-columns/{code}",
                "every column there can be has its row",
                "PUT /api/v1/freshman-grants/quotas/{school}/{year}",
                "enters a quota that was not there",
                "PUT /api/v1/policies/{version}/workbook",
                "a workbook is read before its version is looked up; what is no workbook is malformed");
    }
}
