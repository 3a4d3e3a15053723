package cn.gov.zhuozhou.aid.disbursement.payee;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Masked;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.payee.rule.AccountRange;
import cn.gov.zhuozhou.aid.disbursement.payee.rule.AccountRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What accounts are checked by: banks, how numbers are written, the rule of the day, cards of staff, declared relations. */
@ApplicationScoped
class PayeeData {
    record Bank(String code, String name, boolean active) {}

    record Range(String prefix, int shortest, int longest, boolean luhn, String note) {}

    record Rule(LocalDate validFrom, List<String> guardianStages, int pupilsPerCard, String addedBy) {}

    record StaffCard(String accountTail, String reason, String addedName, Instant addedAt) {}

    record Relation(UUID id, String relation, Instant declaredAt) {}

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    List<Bank> banks() {
        return database.list(
                "select code, name, active from bank order by code",
                Map.of(),
                row -> new Bank(row.getString(1), row.getString(2), row.getBoolean(3)));
    }

    void keep(Bank bank, Actor actor) {
        long sameName = database.number(
                "select count(*) from bank where name = :name and code <> :code",
                Map.of("name", bank.name(), "code", bank.code()));
        if (sameName > 0) {
            throw new ProblemException(PayeeProblem.ALREADY_ENTERED);
        }
        database.update("""
                insert into bank (code, name, active) values (:code, :name, :active)
                on conflict (code) do update set name = excluded.name, active = excluded.active, version = bank.version + 1
                """, Map.of("code", bank.code(), "name", bank.name(), "active", bank.active()));
        trail.record(actor, "payee.bank-kept", "bank", bank.code(), null, Map.of("active", bank.active()));
    }

    List<Range> ranges() {
        return database.list(
                "select prefix, shortest, longest, luhn, note from account_range order by prefix",
                Map.of(),
                row -> new Range(row.getString(1), row.getInt(2), row.getInt(3), row.getBoolean(4), row.getString(5)));
    }

    List<AccountRange> accountRanges() {
        return ranges().stream()
                .map(range -> new AccountRange(range.prefix(), range.shortest(), range.longest(), range.luhn()))
                .toList();
    }

    void keep(Range range, Actor actor) {
        database.update(
                """
                insert into account_range (prefix, shortest, longest, luhn, note) values (:prefix, :shortest, :longest, :luhn, :note)
                on conflict (prefix) do update set shortest = excluded.shortest, longest = excluded.longest, luhn = excluded.luhn,
                  note = excluded.note
                """,
                Values.of("prefix", range.prefix())
                        .and("shortest", range.shortest())
                        .and("longest", range.longest())
                        .and("luhn", range.luhn())
                        .and("note", range.note()));
        trail.record(
                actor,
                "payee.range-kept",
                "account-range",
                range.prefix(),
                null,
                Map.of("shortest", range.shortest(), "longest", range.longest(), "luhn", range.luhn()));
    }

    List<Rule> rules() {
        return database.list(
                "select valid_from, guardian_stages, pupils_per_card, added_by from payee_rule order by valid_from",
                Map.of(),
                row -> new Rule(
                        row.getObject(1, LocalDate.class), Rows.strings(row, 2), row.getInt(3), row.getString(4)));
    }

    /** The rule of today. */
    AccountRule rule() {
        LocalDate today = clock.today();
        Rule rule = rules().stream()
                .filter(one -> !one.validFrom().isAfter(today))
                .reduce((former, later) -> later)
                .orElseThrow();
        return new AccountRule(new HashSet<>(rule.guardianStages()), rule.pupilsPerCard());
    }

    void add(Rule rule, Actor actor) {
        int added = database.update(
                """
                insert into payee_rule (valid_from, guardian_stages, pupils_per_card, added_by)
                values (:from, :stages, :most, :by) on conflict (valid_from) do nothing
                """,
                Map.of(
                        "from",
                        rule.validFrom(),
                        "stages",
                        rule.guardianStages(),
                        "most",
                        rule.pupilsPerCard(),
                        "by",
                        actor.id()));
        if (added == 0) {
            throw new ProblemException(PayeeProblem.RULE_EXISTS);
        }
        trail.record(
                actor,
                "payee.rule-added",
                "payee-rule",
                rule.validFrom().toString(),
                null,
                Map.of("stages", rule.guardianStages(), "pupilsPerCard", rule.pupilsPerCard()));
    }

    List<StaffCard> staffCards() {
        return database.list(
                "select account_tail, reason, added_name, added_at from staff_card order by added_at desc limit 500",
                Map.of(),
                row -> new StaffCard(
                        "**** " + row.getString(1), row.getString(2), row.getString(3), Rows.instant(row, 4)));
    }

    void addStaffCard(UUID accountIndex, String tail, String reason, Actor actor) {
        int added = database.update(
                """
                insert into staff_card (account_index, account_tail, reason, added_by, added_name, added_at)
                values (:card, :tail, :reason, :by, :byName, :now) on conflict (account_index) do nothing
                """,
                Map.of(
                        "card",
                        accountIndex,
                        "tail",
                        tail,
                        "reason",
                        Masked.anywhere(reason),
                        "by",
                        actor.id(),
                        "byName",
                        actor.name(),
                        "now",
                        clock.now()));
        if (added == 0) {
            throw new ProblemException(PayeeProblem.ALREADY_ENTERED);
        }
        trail.record(actor, "payee.staff-card-added", "staff-card", "-", Masked.anywhere(reason));
    }

    List<Relation> relations(Actor actor) {
        return database.list(
                """
                select id, relation, declared_at from declared_relation where actor_id = :actor and ended_at is null order by id
                """,
                Map.of("actor", actor.id()),
                row -> new Relation(row.getObject(1, UUID.class), row.getString(2), Rows.instant(row, 3)));
    }

    void declare(UUID personIndex, String relation, Actor actor) {
        database.update(
                """
                insert into declared_relation (id, actor_id, person_index, relation, declared_at)
                values (:id, :actor, :person, :relation, :now)
                on conflict (actor_id, person_index) do update set relation = excluded.relation, ended_at = null
                """,
                Map.of(
                        "id",
                        Ids.next(),
                        "actor",
                        actor.id(),
                        "person",
                        personIndex,
                        "relation",
                        Masked.anywhere(relation),
                        "now",
                        clock.now()));
        trail.record(actor, "payee.relation-declared", "declared-relation", "-", null);
    }
}
