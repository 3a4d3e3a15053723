package cn.gov.zhuozhou.aid.disbursement.payee;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Masked;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountTransitions.Occasion;
import cn.gov.zhuozhou.aid.disbursement.payee.rule.AccountFacts;
import cn.gov.zhuozhou.aid.disbursement.payee.rule.AskAgain;
import cn.gov.zhuozhou.aid.disbursement.payee.rule.Finding;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rows of accounts, their flags and what happened to them. */
@ApplicationScoped
class AccountStore {
    private static final String SELECT = """
            select a.id, a.student_id, p.name, p.school_code, a.version, a.state, a.holder_kind, a.holder_relation, a.holder_name,
                a.bank_code, b.name as bank_name, a.account_tail, a.reason, a.import_id, a.proposed_by, a.proposed_name,
                a.proposed_at, a.decided_name, a.decided_at, a.valid_from, a.valid_until, a.needs_update, a.needs_update_since,
                a.ask_again, a.ask_again_since,
                (select count(*) from payee_flag f where f.account_id = a.id and f.state = 'OPEN') as flags_open,
                exists (select 1 from payee_payable y where y.account_id = a.id) as payable
            from payee_account a
            join bank b on b.code = a.bank_code
            join pupil p on p.student_id = a.student_id
            where (cast(:ownSchool as text) is null or p.school_code = :ownSchool)
              and (cast(:ownTown as text) is null or p.school_town = :ownTown)
            """;

    private static final String LEFT = "p.enrolment_state in ('LEFT', 'TRANSFERRED')";

    /** One row per candidate whose pupil is known here. */
    private static final String FACTS = """
            select c.place, p.name, p.stage,
              exists (select 1 from payee_account a where a.account_index = c.card and a.state in ('PROPOSED', 'CONFIRMED')
                and a.holder_index <> c.holder) as other_holder,
              (select count(distinct a.student_id) from payee_account a where a.account_index = c.card
                and a.state in ('PROPOSED', 'CONFIRMED') and a.student_id <> c.student) as pupils,
              exists (select 1 from staff_card s where s.account_index = c.card) as staff_card,
              exists (select 1 from staff_member m where m.name = c.name and p.school_code = any (m.school_codes)) as staff_name,
              exists (select 1 from declared_relation d where d.actor_id = :actor and d.person_index = c.holder
                and d.ended_at is null) as related,
              exists (select 1 from payee_account a where a.student_id = c.student and a.state = 'PROPOSED') as proposal,
              o.account_index = c.card and o.holder_index = c.holder and o.bank_code = c.bank and o.needs_update is null as same,
              case when o.ask_again is not null then o.id end as asked
            from unnest(cast(:students as uuid[]), cast(:cards as uuid[]), cast(:holders as uuid[]), cast(:names as text[]),
              cast(:banks as text[])) with ordinality as c (student, card, holder, name, bank, place)
            join pupil p on p.student_id = c.student
            left join payee_account o on o.student_id = c.student and o.state = 'CONFIRMED'
            """;

    /**
     * What is known of a candidate beside what the registry said.
     *
     * @param unchanged it is the account in force
     * @param asked the account in force, where the registry has to be asked again about it
     */
    record Known(String studentName, AccountFacts facts, boolean unchanged, UUID asked) {}

    /** An account that may not be right any more. */
    record Doubted(UUID id, long version, AccountState state, AskAgain why) {}

    /** What tells account and holder again. */
    record Indexes(UUID holder, UUID account) {}

    /** Something that happened to an account. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(Occasion occasion, AccountState state, String reason, String byName, Instant at) {}

    /** What a list is narrowed to; null narrows nothing. */
    record Filter(
            String school,
            UUID student,
            UUID importId,
            String state,
            Integer status,
            Boolean flagged,
            Boolean askAgain) {}

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    Optional<Account> find(UUID id, Jurisdiction own) {
        Map<String, Object> values = own.parameters();
        values.put("id", id);
        return database.first(SELECT + " and a.id = :id", values, AccountStore::read);
    }

    /** Held until the transaction ends, so that what was seen stays so. */
    Account lock(UUID id, Jurisdiction own) {
        database.list("select 1 from payee_account where id = :id for update", Map.of("id", id), row -> true);
        return find(id, own).orElseThrow(ProblemException::notFound);
    }

    Page<Account> list(Filter filter, Jurisdiction own, Paging paging) {
        Map<String, Object> values = own.parameters();
        values.put("school", filter.school());
        values.put("student", filter.student());
        values.put("import", filter.importId());
        values.put("state", filter.state());
        values.put("status", filter.status());
        values.put("flagged", filter.flagged());
        values.put("askAgain", filter.askAgain());
        values.put("after", paging.afterId());
        String narrowed = SELECT + """
                  and (cast(:school as text) is null or p.school_code = :school)
                  and (cast(:student as uuid) is null or a.student_id = :student)
                  and (cast(:import as uuid) is null or a.import_id = :import)
                  and (cast(:state as text) is null or a.state = :state)
                  and (cast(:status as integer) is null
                       or (a.state = 'CONFIRMED' and (a.needs_update is null and a.ask_again is null) = (:status = 1) and :status in (1, 2)))
                  and (cast(:flagged as boolean) is null
                       or :flagged = exists (select 1 from payee_flag f where f.account_id = a.id and f.state = 'OPEN'))
                  and (cast(:askAgain as boolean) is null
                       or :askAgain = (a.ask_again is not null and a.state in ('PROPOSED', 'CONFIRMED')))
                  and (cast(:after as uuid) is null or a.id > :after)
                order by a.id limit %d
                """.formatted(paging.limit() + 1);
        return Page.of(database.list(narrowed, values, AccountStore::read), paging.limit(), Account::id);
    }

    /** What is known of each candidate, by its place; pupils this service was not told of are missing. */
    Map<Integer, Known> known(List<Candidate> candidates, Actor actor) {
        Values values = Values.of("actor", actor.id())
                .and("students", candidates.stream().map(Candidate::studentId).toList())
                .and("cards", candidates.stream().map(Candidate::accountIndex).toList())
                .and("holders", candidates.stream().map(Candidate::holderIndex).toList())
                .and("names", candidates.stream().map(Candidate::holderName).toList())
                .and("banks", candidates.stream().map(Candidate::bankCode).toList());
        Map<Integer, Known> known = new HashMap<>();
        database.forEach(FACTS, values, row -> {
            int place = row.getInt("place") - 1;
            Candidate candidate = candidates.get(place);
            var facts = new AccountFacts(
                    candidate.holder().fact(),
                    Boolean.TRUE.equals(candidate.holder().legal()),
                    row.getString("stage"),
                    row.getBoolean("other_holder"),
                    row.getInt("pupils"),
                    row.getBoolean("staff_card"),
                    row.getBoolean("staff_name"),
                    candidate.holderName().equals(actor.name()),
                    row.getBoolean("related"),
                    row.getBoolean("proposal"));
            known.put(
                    place,
                    new Known(
                            row.getString("name"), facts, row.getBoolean("same"), row.getObject("asked", UUID.class)));
        });
        return known;
    }

    /** A proposal to be kept with the flags it raised. */
    record Proposal(UUID id, Candidate candidate, List<Finding> flags) {}

    void propose(List<Proposal> proposals, UUID importId, Actor actor) {
        Instant now = clock.now();
        database.batch(
                """
                insert into payee_account (id, student_id, version, state, holder_kind, holder_relation, holder_legal, holder_name,
                    holder_index, bank_code, account_index, account_sealed, account_tail, reason, import_id, proposed_by,
                    proposed_name, proposed_at, proven_guardians, proven_left)
                select :id, p.student_id, 1, 'PROPOSED', :kind, :relation, :legal, :name, :holder, :bank, :card, :sealed, :tail,
                    :reason, cast(:import as uuid), :by, :byName, cast(:now as timestamptz),
                    coalesce(cast(:guardians as integer), p.guardians_revision), %s
                from pupil p where p.student_id = :student
                """.formatted(LEFT),
                proposals,
                proposal -> values(proposal)
                        .and("import", importId)
                        .and("by", actor.id())
                        .and("byName", actor.name())
                        .and("now", now));
        List<Map<String, Object>> flags = new ArrayList<>();
        for (Proposal proposal : proposals) {
            for (Finding flag : proposal.flags()) {
                flags.add(Map.of("id", Ids.next(), "account", proposal.id(), "code", flag, "now", now));
            }
        }
        database.batch("""
                insert into payee_flag (id, account_id, code, state, raised_at)
                values (:id, :account, :code, 'OPEN', :now)
                """, flags, flag -> flag);
    }

    private static Values values(Proposal proposal) {
        Candidate candidate = proposal.candidate();
        return Values.of("id", proposal.id())
                .and("student", candidate.studentId())
                .and("kind", candidate.holder().kind())
                .and("relation", candidate.holder().relation())
                .and("legal", candidate.holder().legal())
                .and("name", candidate.holderName())
                .and("holder", candidate.holderIndex())
                .and("bank", candidate.bankCode())
                .and("card", candidate.accountIndex())
                .and("sealed", candidate.accountSealed())
                .and("tail", candidate.accountTail())
                .and("reason", Masked.anywhere(candidate.reason()))
                .and("guardians", candidate.holder().guardiansRevision());
    }

    /** Those in force that wait for another from now on, with the reason. */
    Map<String, String> needsUpdate(Map<UUID, String> reasons, Actor actor) {
        List<UUID> accounts = List.copyOf(reasons.keySet());
        Map<String, String> waiting = new HashMap<>();
        database.forEach(
                """
                with held as (
                  select a.id, t.reason
                  from unnest(cast(:accounts as uuid[]), cast(:reasons as text[])) as t (id, reason)
                  join payee_account a on a.id = t.id
                  where a.state = :from and a.needs_update is null order by a.id for update of a),
                moved as (
                  update payee_account a set state = :to, version = a.version + 1, needs_update = h.reason,
                    needs_update_since = cast(:today as date)
                  from held h where a.id = h.id
                  returning a.id, a.version, h.reason)
                insert into payee_event (id, account_id, version, occasion, state, reason, by_id, by_name, at)
                select uuidv7(), m.id, m.version, :occasion, :to, m.reason, :by, :byName, :now from moved m
                returning account_id, reason
                """,
                Values.of("accounts", accounts)
                        .and(
                                "reasons",
                                accounts.stream()
                                        .map(id -> Masked.anywhere(reasons.get(id)))
                                        .toList())
                        .and("from", AccountState.CONFIRMED)
                        .and("to", AccountTransitions.of(AccountState.CONFIRMED, Occasion.PAYMENT_RETURNED))
                        .and("occasion", Occasion.PAYMENT_RETURNED)
                        .and("by", actor.id())
                        .and("byName", actor.name())
                        .and("today", clock.today())
                        .and("now", clock.now()),
                row -> waiting.put(row.getString(1), row.getString(2)));
        return waiting;
    }

    /** Moves an account on and keeps what happened. */
    void move(Account account, Occasion occasion, String reason, Actor actor) {
        AccountState to = AccountTransitions.of(account.state(), occasion);
        LocalDate today = clock.today();
        boolean ends = to == AccountState.REPLACED || to == AccountState.CLOSED;
        int moved = database.update(
                """
                update payee_account set state = :to, version = version + 1,
                    decided_by = case when state = 'PROPOSED' then :by else decided_by end,
                    decided_name = case when state = 'PROPOSED' then :byName else decided_name end,
                    decided_at = case when state = 'PROPOSED' then cast(:now as timestamptz) else decided_at end,
                    valid_from = case when :to = 'CONFIRMED' then coalesce(valid_from, cast(:today as date)) else valid_from end,
                    valid_until = case when :ends then cast(:today as date) end
                where id = :id and version = :version
                """,
                Values.of("id", account.id())
                        .and("version", account.version())
                        .and("to", to)
                        .and("ends", ends)
                        .and("by", actor.id())
                        .and("byName", actor.name())
                        .and("today", today)
                        .and("now", clock.now()));
        if (moved == 0) {
            throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
        }
        remember(account.id(), account.version() + 1, occasion, to, reason, actor);
    }

    private void remember(UUID account, long version, Occasion occasion, AccountState to, String reason, Actor actor) {
        database.update(
                """
                insert into payee_event (id, account_id, version, occasion, state, reason, by_id, by_name, at)
                values (:id, :account, :version, :occasion, :state, :reason, :by, :byName, :now)
                """,
                Values.of("id", Ids.next())
                        .and("account", account)
                        .and("version", version)
                        .and("occasion", occasion)
                        .and("state", to)
                        .and("reason", Masked.anywhere(reason))
                        .and("by", actor.id())
                        .and("byName", actor.name())
                        .and("now", clock.now()));
    }

    /** Accounts in use of a pupil whose holder has to be asked about for a reason that is not kept yet. */
    List<Doubted> doubtedOf(UUID studentId) {
        List<Optional<Doubted>> all =
                database.list("""
                select a.id, a.version, a.state, a.holder_kind, a.proven_guardians, a.proven_left, a.ask_again,
                  p.merged_into is not null, %s, p.guardians_revision
                from payee_account a join pupil p on p.student_id = a.student_id
                where a.student_id = :student and a.state in ('PROPOSED', 'CONFIRMED') order by a.id for update of a
                """.formatted(LEFT), Map.of("student", studentId), AccountStore::doubted);
        return all.stream().flatMap(Optional::stream).toList();
    }

    private static Optional<Doubted> doubted(ResultSet row) throws SQLException {
        AskAgain asked = Rows.constant(row, 7, AskAgain.class);
        UUID id = row.getObject(1, UUID.class);
        long version = row.getLong(2);
        AccountState state = Rows.constant(row, 3, AccountState.class);
        var proven = new AskAgain.Proven("GUARDIAN".equals(row.getString(4)), row.getInt(5), row.getBoolean(6), asked);
        var told = new AskAgain.Told(row.getBoolean(8), row.getBoolean(9), row.getInt(10));
        return AskAgain.why(proven, told).filter(why -> why != asked).map(why -> new Doubted(id, version, state, why));
    }

    void askAgain(Doubted doubted, Actor actor) {
        AccountState to = AccountTransitions.of(doubted.state(), Occasion.ASK_AGAIN);
        database.update(
                """
                update payee_account set ask_again = :why, ask_again_since = :today, version = version + 1
                where id = :id and version = :version
                """,
                Map.of("id", doubted.id(), "version", doubted.version(), "why", doubted.why(), "today", clock.today()));
        remember(
                doubted.id(),
                doubted.version() + 1,
                Occasion.ASK_AGAIN,
                to,
                doubted.why().text().zh(),
                actor);
    }

    /** The registry said that the holder may hold it. */
    void proven(Account account, Holder holder, Actor actor) {
        AccountState to = AccountTransitions.of(account.state(), Occasion.PROVEN_AGAIN);
        int moved = database.update(
                """
                update payee_account a set ask_again = null, ask_again_since = null, version = a.version + 1,
                  proven_guardians = coalesce(cast(:guardians as integer), p.guardians_revision), proven_left = %s
                from pupil p
                where a.id = :id and a.version = :version and p.student_id = a.student_id
                """.formatted(LEFT),
                Values.of("id", account.id())
                        .and("version", account.version())
                        .and("guardians", holder.guardiansRevision()));
        if (moved == 0) {
            throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
        }
        remember(account.id(), account.version() + 1, Occasion.PROVEN_AGAIN, to, null, actor);
    }

    Indexes indexes(UUID accountId) {
        return database.first(
                        "select holder_index, account_index from payee_account where id = :id",
                        Map.of("id", accountId),
                        row -> new Indexes(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .orElseThrow();
    }

    /** The account in force of the pupil. */
    Optional<Account> inForce(UUID studentId) {
        Map<String, Object> values = Jurisdiction.BUREAU.parameters();
        values.put("student", studentId);
        return database.first(
                SELECT + " and a.student_id = :student and a.state = 'CONFIRMED' for update of a",
                values,
                AccountStore::read);
    }

    List<Event> events(UUID accountId) {
        return database.list(
                "select occasion, state, reason, by_name, at from payee_event where account_id = :account order by id",
                Map.of("account", accountId),
                row -> new Event(
                        Rows.constant(row, 1, Occasion.class),
                        Rows.constant(row, 2, AccountState.class),
                        row.getString(3),
                        row.getString(4),
                        Rows.instant(row, 5)));
    }

    List<Flag> flags(UUID accountId) {
        return database.list("""
                select code, state, raised_at, decided_name, decided_at, opinion from payee_flag
                where account_id = :account order by id
                """, Map.of("account", accountId), AccountStore::flag);
    }

    /** False where that flag is not open. */
    boolean decide(UUID accountId, Finding code, Flag.State decision, String opinion, Actor actor) {
        return database.update(
                        """
                        update payee_flag set state = :decision, version = version + 1, opinion = :opinion, decided_by = :by,
                            decided_name = :byName, decided_at = :now
                        where account_id = :account and code = :code and state = 'OPEN'
                        """,
                        Values.of("account", accountId)
                                .and("code", code)
                                .and("decision", decision)
                                .and("opinion", Masked.anywhere(opinion))
                                .and("by", actor.id())
                                .and("byName", actor.name())
                                .and("now", clock.now()))
                == 1;
    }

    /** Raises flags on one account; those it bears already it keeps. */
    void flag(UUID accountId, Collection<Finding> flags) {
        database.batch(
                """
                insert into payee_flag (id, account_id, code, state, raised_at) values (:id, :account, :code, 'OPEN', :now)
                on conflict (account_id, code) do nothing
                """, flags, code -> Map.of("id", Ids.next(), "account", accountId, "code", code, "now", clock.now()));
    }

    /** Raises a flag on the accounts in use a condition finds; those that bear it already keep it. */
    int flagWhere(Finding code, String condition, Map<String, ?> values) {
        return database.update(
                """
                insert into payee_flag (id, account_id, code, state, raised_at)
                select uuidv7(), a.id, :code, 'OPEN', :now
                from payee_account a join pupil p on p.student_id = a.student_id
                where a.state in ('PROPOSED', 'CONFIRMED') and %s
                on conflict (account_id, code) do nothing
                """.formatted(condition), Values.of(values).and("code", code).and("now", clock.now()));
    }

    /** Confirms what came by one file: first accounts without a doubt, of pupils and holders the actor has nothing to do with. */
    int confirmImported(UUID importId, Actor actor) {
        return database.update(
                """
                with moved as (
                  update payee_account a set state = 'CONFIRMED', version = a.version + 1, decided_by = :by, decided_name = :byName,
                    decided_at = :now, valid_from = :today
                  from pupil p
                  where a.import_id = :import and a.state = 'PROPOSED' and a.ask_again is null and p.student_id = a.student_id
                    and (cast(:ownSchool as text) is null or p.school_code = :ownSchool)
                    and (cast(:ownTown as text) is null or p.school_town = :ownTown)
                    and not exists (select 1 from payee_flag f where f.account_id = a.id and f.state = 'OPEN')
                    and not exists (select 1 from payee_account o where o.student_id = a.student_id and o.state = 'CONFIRMED')
                    and not (a.holder_kind = 'GUARDIAN' and a.holder_name = :byName)
                    and not exists (select 1 from declared_relation d where d.actor_id = :by and d.person_index = a.holder_index
                      and d.ended_at is null)
                  returning a.id, a.version)
                insert into payee_event (id, account_id, version, occasion, state, by_id, by_name, at)
                select uuidv7(), id, version, 'CONFIRM', 'CONFIRMED', :by, :byName, :now from moved
                """,
                Values.of(actor.jurisdiction().parameters())
                        .and("import", importId)
                        .and("by", actor.id())
                        .and("byName", actor.name())
                        .and("today", clock.today())
                        .and("now", clock.now()));
    }

    /** Whether somebody who acts has declared the holder of an account as his relation, or bears his name. */
    boolean related(UUID accountId, Actor actor) {
        return database.number("""
                        select count(*) from payee_account a where a.id = :account and (
                          (a.holder_kind = 'GUARDIAN' and a.holder_name = :name)
                          or exists (select 1 from declared_relation d where d.actor_id = :actor
                            and d.person_index = a.holder_index and d.ended_at is null))
                        """, Map.of("account", accountId, "actor", actor.id(), "name", actor.name())) > 0;
    }

    byte[] sealed(UUID accountId) {
        return database.first(
                        "select account_sealed from payee_account where id = :id",
                        Map.of("id", accountId),
                        row -> row.getBytes(1))
                .orElseThrow();
    }

    private static Flag flag(ResultSet row) throws SQLException {
        Finding code = Rows.constant(row, 1, Finding.class);
        return new Flag(
                code,
                code.check(),
                code.text().zh(),
                code.text().en(),
                Rows.constant(row, 2, Flag.State.class),
                Rows.instant(row, 3),
                row.getString(4),
                Rows.instant(row, 5),
                row.getString(6));
    }

    private static Account read(ResultSet row) throws SQLException {
        AccountState state = Rows.constant(row, "state", AccountState.class);
        String needsUpdate = row.getString("needs_update");
        AskAgain askAgain = Rows.constant(row, "ask_again", AskAgain.class);
        return new Account(
                row.getObject("id", UUID.class),
                row.getObject("student_id", UUID.class),
                row.getString("name"),
                row.getString("school_code"),
                row.getLong("version"),
                state,
                state == AccountState.CONFIRMED ? (needsUpdate == null && askAgain == null ? 1 : 2) : null,
                row.getString("holder_kind"),
                row.getString("holder_relation"),
                row.getString("holder_name"),
                row.getString("bank_code"),
                row.getString("bank_name"),
                "**** " + row.getString("account_tail"),
                row.getString("reason"),
                row.getObject("import_id", UUID.class),
                row.getString("proposed_by"),
                row.getString("proposed_name"),
                Rows.instant(row, "proposed_at"),
                row.getString("decided_name"),
                Rows.instant(row, "decided_at"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                needsUpdate,
                row.getObject("needs_update_since", LocalDate.class),
                askAgain,
                row.getObject("ask_again_since", LocalDate.class),
                row.getInt("flags_open"),
                row.getBoolean("payable"));
    }
}
