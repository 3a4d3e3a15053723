package cn.gov.zhuozhou.aid.disbursement.payee;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.job.JobView;
import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Json;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.tabular.Limits;
import cn.gov.zhuozhou.aid.chassis.tabular.TableFile;
import cn.gov.zhuozhou.aid.chassis.tabular.UnreadableTable;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.payee.rule.AccountRange;
import cn.gov.zhuozhou.aid.disbursement.payee.rule.AccountRule;
import cn.gov.zhuozhou.aid.disbursement.payee.rule.Finding;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Files of accounts. Handing one in only keeps its rows, sealed; a job asks the registry about the holders with the token of who handed
 * it in, and decides row by row. What comes out is a proposal like any other, to be confirmed by another person.
 *
 * <p>A file is seen whole by the unit that handed it in and by the bureau; everybody else sees of it the rows of his own pupils.
 */
@ApplicationScoped
class PayeeImports {
    private static final int PORTION = 200;
    private static final Limits LIMITS =
            Limits.standard().withMaxBytes(16L << 20).withMaxRows(100_000);
    private static final Holder NOT_ASKED = new Holder(null, "NONE", null, null, "NUMBER_NOT_VALID", null);

    /** Whether a row concerns who looks: his unit handed the file in, or its pupil is in his jurisdiction. */
    private static final String CONCERNS = """
            (:bureau or i.by_org = :org or exists (
              select from pupil p where p.student_id = r.student_id
                and (cast(:ownSchool as text) is null or p.school_code = :ownSchool)
                and (cast(:ownTown as text) is null or p.school_town = :ownTown)))
            """;

    private static final String SELECT = """
            select i.id, i.state, i.job_id, i.by_name, i.at, i.finished_at, count(r.line),
              count(*) filter (where r.outcome = 'PROPOSED'), count(*) filter (where r.outcome = 'FLAGGED'),
              count(*) filter (where r.outcome = 'UNCHANGED'), count(*) filter (where r.outcome = 'PROVEN_AGAIN'),
              count(*) filter (where r.outcome = 'REFUSED')
            from (
              select i.* from payee_import i
              where (cast(:id as uuid) is null or i.id = :id) and (cast(:after as uuid) is null or i.id > :after)
                and (:bureau or i.by_org = :org or exists (
                  select from payee_import_row r where r.import_id = i.id and {concerns}))
              order by i.id limit %d) i
            left join payee_import_row r on r.import_id = i.id and {concerns}
            group by i.id, i.state, i.job_id, i.by_name, i.at, i.finished_at order by i.id
            """.replace("{concerns}", CONCERNS);

    private static final String ROWS =
            "select %s from payee_import_row r join payee_import i on i.id = r.import_id where r.import_id = :import and "
                    + CONCERNS;

    /** A file and what became of its rows; of those that concern who looks. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Import(
            UUID id,
            String state,
            UUID jobId,
            String byName,
            Instant at,
            Instant finishedAt,
            int rows,
            int proposed,
            int flagged,
            int unchanged,
            int provenAgain,
            int refused) {}

    enum Outcome {
        PROPOSED,
        /** Proposed, and a person has to decide about a flag first. */
        FLAGGED,
        UNCHANGED,
        /** It is the account in force, which waited to be asked about again: its holder may still hold it. */
        PROVEN_AGAIN,
        REFUSED
    }

    record RowView(int line, UUID studentId, Outcome outcome, List<Finding> reasons, UUID accountId) {}

    /** @param holder what the registry said; null while it was not asked */
    record Waiting(int line, ImportRow row, Holder holder) {}

    private record Decided(int line, UUID studentId, Outcome outcome, Set<Finding> reasons, UUID accountId) {}

    @Inject
    Database database;

    @Inject
    Payees payees;

    @Inject
    AccountStore store;

    @Inject
    PayeeData data;

    @Inject
    Registry registry;

    @Inject
    FieldCrypto crypto;

    @Inject
    BusinessClock clock;

    @Inject
    Jobs jobs;

    @Inject
    Turns turns;

    @Inject
    Trail trail;

    @Inject
    Json json;

    Import receive(Path file, String authorization, Actor actor) throws IOException {
        UUID id = Ids.next();
        database.update(
                """
                insert into payee_import (id, state, sha256, by_id, by_name, by_org, at, touched_at, authorization_sealed)
                values (:id, 'RECEIVED', :sha, :by, :byName, :org, :now, :now, :authorization)
                """,
                Values.of("id", id)
                        .and("authorization", crypto.encrypt(authorization))
                        .and("sha", sha256(file))
                        .and("by", actor.id())
                        .and("byName", actor.name())
                        .and("org", actor.jurisdiction().claim())
                        .and("now", clock.now()));
        int rows = keepRows(id, file);
        submit(id, actor);
        trail.record(actor, "payee.import-received", "payee-import", id.toString(), null, Map.of("rows", rows));
        return find(id, actor).orElseThrow();
    }

    /** Goes on with a file the registry could not be asked about, or whose job was cancelled, with a fresh token of who handed it in. */
    Import goOn(UUID id, String authorization, Actor actor) {
        Import waiting = find(id, actor).orElseThrow(ProblemException::notFound);
        if (!actor.is(by(id))) {
            throw new ProblemException(PayeeProblem.IMPORT_OF_ANOTHER);
        }
        int moved = database.update(
                """
                update payee_import set state = 'RECEIVED', authorization_sealed = :authorization, touched_at = :now
                where id = :id and job_id = :job and (state = 'WAITING' or state = 'RECEIVED' and :stopped)
                """,
                Map.of(
                        "id",
                        id,
                        "job",
                        waiting.jobId(),
                        "authorization",
                        crypto.encrypt(authorization),
                        "now",
                        clock.now(),
                        "stopped",
                        stopped(waiting)));
        if (moved == 0) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        submit(waiting.id(), actor);
        trail.record(actor, "payee.import-continued", "payee-import", id.toString(), null);
        return find(id, actor).orElseThrow();
    }

    /** A job may have ended without having been able to make its file wait: the database was away just then. */
    private boolean stopped(Import waiting) {
        return jobs.find(waiting.jobId()).map(JobView::finished).orElse(true);
    }

    private void submit(UUID id, Actor actor) {
        database.update(
                "update payee_import set job_id = :job where id = :id",
                Map.of("id", id, "job", jobs.submit(PayeeImportJob.KIND, id.toString(), actor)));
    }

    private String by(UUID id) {
        return database.first(
                        "select by_id from payee_import where id = :id", Map.of("id", id), row -> row.getString(1))
                .orElseThrow();
    }

    private int keepRows(UUID id, Path file) throws IOException {
        FieldCryptoSession session = crypto.session();
        List<Waiting> portion = new ArrayList<>();
        try {
            int rows = TableFile.open(file, LIMITS)
                    .read(ImportRow.LAYOUT, row -> {
                        portion.add(new Waiting(row.line(), ImportRow.of(row), null));
                        if (portion.size() == Registry.AT_ONCE) {
                            keep(id, portion, session);
                        }
                    })
                    .rows();
            keep(id, portion, session);
            return rows;
        } catch (UnreadableTable refused) {
            throw new ProblemException(
                    PayeeProblem.FILE_UNREADABLE,
                    refused.text(),
                    List.of(new FieldError("file", refused.reason().name(), refused.text())));
        }
    }

    private void keep(UUID id, List<Waiting> portion, FieldCryptoSession session) {
        database.batch(
                "insert into payee_import_row (import_id, line, sealed) values (:import, :line, :sealed)",
                portion,
                one -> Map.of(
                        "import",
                        id,
                        "line",
                        one.line(),
                        "sealed",
                        session.encrypt(json.write(one.row().cells()))));
        portion.clear();
    }

    /** The next rows nobody has asked the registry about. */
    List<Waiting> unasked(UUID id) {
        FieldCryptoSession session = crypto.session();
        return database.list(
                """
                select line, sealed from payee_import_row
                where import_id = :import and check_json is null order by line limit :most
                """,
                Map.of("import", id, "most", Registry.AT_ONCE),
                row -> new Waiting(row.getInt(1), ImportRow.of(cells(row.getBytes(2), session)), null));
    }

    /** Asks about rows, outside any transaction: the registry may let us wait. */
    List<Waiting> ask(List<Waiting> rows, String authorization) {
        List<Waiting> asked = rows.stream()
                .filter(one -> one.row().complete() && one.row().holderNumberFormed())
                .toList();
        List<Holder> answers =
                registry.check(asked.stream().map(one -> one.row().asked()).toList(), authorization);
        Map<Integer, Holder> byLine = new HashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            byLine.put(asked.get(i).line(), answers.get(i));
        }
        return rows.stream()
                .map(one -> new Waiting(one.line(), one.row(), byLine.getOrDefault(one.line(), NOT_ASKED)))
                .toList();
    }

    void keepAnswers(UUID id, List<Waiting> answered) {
        touch(id);
        database.batch(
                """
                update payee_import_row set student_id = :student, check_json = :check::jsonb
                where import_id = :import and line = :line
                """,
                answered,
                one -> Values.of("import", id)
                        .and("line", one.line())
                        .and("student", one.holder().studentId())
                        .and("check", json.write(one.holder())));
    }

    /** The word of who handed the file in; empty once it is not needed any more. */
    Optional<String> authorization(UUID id) {
        return database.first(
                "select authorization_sealed from payee_import where id = :id and authorization_sealed is not null",
                Map.of("id", id),
                row -> crypto.decrypt(row.getBytes(1)));
    }

    void forgetAuthorization(UUID id) {
        database.update("update payee_import set authorization_sealed = null where id = :id", Map.of("id", id));
    }

    /** The registry could not be asked, or the job was cancelled: who handed the file in has to come again. */
    void waitForItsOwner(UUID id) {
        database.update(
                "update payee_import set state = 'WAITING', authorization_sealed = null where id = :id and state = 'RECEIVED'",
                Map.of("id", id));
    }

    /** Rows are kept for so long from now; false where the file is not under way. */
    private boolean touch(UUID id) {
        return database.update(
                        "update payee_import set touched_at = :now where id = :id and state = 'RECEIVED'",
                        Map.of("id", id, "now", clock.now()))
                == 1;
    }

    /** Decides the next rows in one transaction; how many they were. No card or pupil stands in it twice, so that each sees the former. */
    int decideNext(UUID id, Actor actor) {
        turns.alone("payee.imports");
        if (!touch(id)) {
            return 0;
        }
        List<Waiting> waiting = next(id);
        if (waiting.isEmpty()) {
            database.update(
                    "update payee_import set state = 'DONE', finished_at = :now where id = :id",
                    Map.of("id", id, "now", clock.now()));
            return 0;
        }
        FieldCryptoSession session = crypto.session();
        List<PayeeData.Bank> banks = data.banks();
        List<AccountRange> ranges = data.accountRanges();
        List<Decided> decided = new ArrayList<>();
        List<Waiting> whole = new ArrayList<>();
        List<Candidate> candidates = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (Waiting one : waiting) {
            String plain = AccountRange.plain(one.row().account());
            String bank = bankCode(one.row().bank(), banks);
            Set<Finding> wrong = wrong(one, bank, plain, banks, ranges);
            if (!wrong.isEmpty()) {
                decided.add(refused(one, wrong));
                continue;
            }
            Candidate candidate = payees.candidate(
                    one.holder(), one.row().holderName(), one.row().holderNumber(), bank, plain, "批量导入", session);
            if (seen.contains(candidate.studentId()) || seen.contains(candidate.accountIndex())) {
                break;
            }
            seen.add(candidate.studentId());
            seen.add(candidate.accountIndex());
            whole.add(one);
            candidates.add(candidate);
        }
        decided.addAll(decide(id, whole, candidates, actor));
        keep(id, decided);
        return decided.size();
    }

    private List<Decided> decide(UUID id, List<Waiting> whole, List<Candidate> candidates, Actor actor) {
        Map<Integer, AccountStore.Known> known = store.known(candidates, actor);
        AccountRule rule = data.rule();
        List<Decided> decided = new ArrayList<>();
        List<AccountStore.Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            Waiting one = whole.get(i);
            AccountStore.Known here = known.get(i);
            Set<Finding> findings = here == null ? EnumSet.of(Finding.PUPIL_UNKNOWN) : rule.findings(here.facts());
            if (here != null && nameDiffers(one.row(), here)) {
                findings.add(Finding.PUPIL_NAME_DIFFERS);
            }
            if (findings.stream().anyMatch(Finding::refuses)) {
                decided.add(refused(one, findings));
            } else if (here.unchanged() && here.asked() != null) {
                payees.proven(store.lock(here.asked(), Jurisdiction.BUREAU), one.holder(), findings, actor);
                decided.add(new Decided(
                        one.line(), one.holder().studentId(), Outcome.PROVEN_AGAIN, findings, here.asked()));
            } else if (here.unchanged()) {
                decided.add(new Decided(one.line(), one.holder().studentId(), Outcome.UNCHANGED, Set.of(), null));
            } else {
                UUID account = Ids.next();
                proposals.add(new AccountStore.Proposal(account, candidates.get(i), List.copyOf(findings)));
                decided.add(new Decided(
                        one.line(),
                        one.holder().studentId(),
                        findings.isEmpty() ? Outcome.PROPOSED : Outcome.FLAGGED,
                        findings,
                        account));
            }
        }
        store.propose(proposals, id, actor);
        return decided;
    }

    private static boolean nameDiffers(ImportRow row, AccountStore.Known known) {
        return !row.studentName().isEmpty() && !row.studentName().equals(known.studentName());
    }

    private static Set<Finding> wrong(
            Waiting one, String bank, String plain, List<PayeeData.Bank> banks, List<AccountRange> ranges) {
        if (!one.row().complete()) {
            return EnumSet.of(Finding.ROW_INCOMPLETE);
        }
        Set<Finding> wrong = Payees.writtenWrongly(bank, plain, banks, ranges);
        if (!one.row().holderNumberFormed()) {
            wrong.add(Finding.HOLDER_NUMBER_NOT_VALID);
        } else if (one.holder().studentId() == null) {
            wrong.add(Finding.PUPIL_UNKNOWN);
        }
        return wrong;
    }

    private static Decided refused(Waiting one, Set<Finding> reasons) {
        return new Decided(one.line(), one.holder().studentId(), Outcome.REFUSED, reasons, null);
    }

    /** Banks are written by code or by name. */
    private static String bankCode(String written, List<PayeeData.Bank> banks) {
        return banks.stream()
                .filter(bank -> bank.code().equals(written) || bank.name().equals(written))
                .map(PayeeData.Bank::code)
                .findFirst()
                .orElse(written);
    }

    private List<Waiting> next(UUID id) {
        FieldCryptoSession session = crypto.session();
        return database.list(
                """
                select line, sealed, check_json from payee_import_row
                where import_id = :import and outcome is null and check_json is not null order by line limit :most
                """,
                Map.of("import", id, "most", PORTION),
                row -> new Waiting(
                        row.getInt(1), ImportRow.of(cells(row.getBytes(2), session)), holder(row.getString(3))));
    }

    private void keep(UUID id, List<Decided> decided) {
        database.batch(
                """
                update payee_import_row set outcome = :outcome, reasons = :reasons, account_id = :account
                where import_id = :import and line = :line
                """,
                decided,
                one -> Values.of("import", id)
                        .and("line", one.line())
                        .and("outcome", one.outcome())
                        .and(
                                "reasons",
                                one.reasons().stream().map(Finding::name).toList())
                        .and("account", one.accountId()));
    }

    Optional<Import> find(UUID id, Actor actor) {
        return database.first(SELECT.formatted(1), seenBy(actor).and("id", id).and("after", null), PayeeImports::read);
    }

    Page<Import> list(Actor actor, Paging paging) {
        List<Import> found = database.list(
                SELECT.formatted(paging.limit() + 1),
                seenBy(actor).and("id", null).and("after", paging.afterId()),
                PayeeImports::read);
        return Page.of(found, paging.limit(), Import::id);
    }

    private static Values seenBy(Actor actor) {
        Jurisdiction own = actor.jurisdiction();
        return Values.of(own.parameters()).and("bureau", own.isBureau()).and("org", own.claim());
    }

    private static Import read(ResultSet row) throws SQLException {
        return new Import(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                Rows.instant(row, 5),
                Rows.instant(row, 6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                row.getInt(11),
                row.getInt(12));
    }

    Page<RowView> rows(UUID id, Outcome outcome, Actor actor, Paging paging) {
        List<RowView> found = database.list(
                ROWS.formatted("r.line, r.student_id, r.outcome, r.reasons, r.account_id") + """
                  and r.line > :after and (cast(:outcome as text) is null or r.outcome = :outcome)
                order by r.line limit :most
                """,
                seenBy(actor)
                        .and("import", id)
                        .and("after", paging.afterNumber())
                        .and("outcome", outcome)
                        .and("most", paging.limit() + 1),
                row -> new RowView(
                        row.getInt(1),
                        row.getObject(2, UUID.class),
                        Rows.constant(row, 3, Outcome.class),
                        findings(Rows.strings(row, 4)),
                        row.getObject(5, UUID.class)));
        return Page.of(found, paging.limit(), RowView::line);
    }

    /** A refused row as it stood in the file. */
    record Refused(int line, List<String> cells, List<Finding> reasons) {}

    List<Refused> refused(UUID id, Actor actor) {
        FieldCryptoSession session = crypto.session();
        trail.record(actor, "payee.refused-rows-downloaded", "payee-import", id.toString(), null);
        return database.list(
                ROWS.formatted("r.line, r.sealed, r.reasons")
                        + " and r.outcome = 'REFUSED' and length(r.sealed) > 0 order by r.line",
                seenBy(actor).and("import", id),
                row -> new Refused(row.getInt(1), cells(row.getBytes(2), session), findings(Rows.strings(row, 3))));
    }

    /** The second person's word about a whole file: how many accounts are in force now. */
    int confirm(UUID id, Actor actor) {
        Import found = find(id, actor).orElseThrow(ProblemException::notFound);
        if (!"DONE".equals(found.state())) {
            throw new ProblemException(PayeeProblem.IMPORT_RUNNING);
        }
        turns.alone("payee.imports");
        if (actor.is(by(id))) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        int confirmed = store.confirmImported(id, actor);
        trail.record(
                actor, "payee.import-confirmed", "payee-import", id.toString(), null, Map.of("accounts", confirmed));
        return confirmed;
    }

    private static List<Finding> findings(List<String> names) {
        return names.stream().map(Finding::valueOf).toList();
    }

    private List<String> cells(byte[] sealed, FieldCryptoSession session) {
        List<String> cells = new ArrayList<>();
        json.read(session.decrypt(sealed)).forEach(cell -> cells.add(cell.asText()));
        return cells;
    }

    private Holder holder(String text) {
        JsonNode told = json.read(text);
        return new Holder(
                told.hasNonNull("studentId")
                        ? UUID.fromString(told.get("studentId").asText())
                        : null,
                told.path("kind").asText(),
                told.path("relation").asText(null),
                told.hasNonNull("legal") ? told.get("legal").asBoolean() : null,
                told.path("reason").asText(null),
                told.hasNonNull("guardiansRevision")
                        ? told.get("guardiansRevision").asInt()
                        : null);
    }

    private static byte[] sha256(Path file) throws IOException {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
