package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.FreeText;
import cn.gov.zhuozhou.aid.disbursement.SecondPerson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Quotas of sources, and the refusal of what goes beyond them. Money may be there and the quota not, or the other way round. */
@ApplicationScoped
class FundQuotas {
    /** What a document says. */
    record Proposed(String source, String programme, int year, long amountFen, String documentNo) {}

    /** What counts against a quota. */
    private enum Use {
        APPROPRIATED("fund_appropriated", "下达", "appropriated"),
        TAKEN("fund_taken", "使用", "taken by batches");

        private final String function;
        private final Text refusal;

        Use(String function, String zh, String en) {
            this.function = function;
            this.refusal = Text.of(
                    "项目 %s %d 年" + zh + "超过资金来源的额度。", "Programme %s, %d: more is " + en + " than a source may give.");
        }
    }

    private static final String SELECT = """
            select id, revision, source, programme, year, amount_fen, document_no, state, fund_appropriated(source, programme, year),
                   fund_taken(source, programme, year), proposed_by, proposed_by_name, decided_by_name
            from fund_quota
            """;

    @Inject
    Database database;

    @Inject
    Turns turns;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    Optional<FundQuota> find(UUID id) {
        return database.first(SELECT + "where id = :id", Map.of("id", id), FundQuotas::read);
    }

    Page<FundQuota> list(Integer year, String source, FundQuota.State state, Paging paging) {
        return Page.of(
                database.list(
                        SELECT + """
                        where (:year::integer is null or year = :year) and (:source::text is null or source = :source)
                          and (:state::text is null or state = :state) and (:after::uuid is null or id > :after)
                        order by id limit :limit
                        """,
                        Values.of("year", year)
                                .and("source", source)
                                .and("state", state)
                                .and("after", paging.afterId())
                                .and("limit", paging.limit() + 1),
                        FundQuotas::read),
                paging.limit(),
                FundQuota::id);
    }

    FundQuota propose(Proposed proposed, Actor by) {
        UUID id = Ids.next();
        int entered = database.update(
                """
                insert into fund_quota (id, revision, source, programme, year, amount_fen, document_no, state, proposed_by,
                                        proposed_by_name, proposed_at)
                select :id, 1, s.code, p.code, :year, :fen, :document, 'PROPOSED', :by, :name, :now
                from programme p, fund_source s where p.code = :programme and s.code = :source and s.active
                on conflict (programme, year, source) where state = 'PROPOSED' do nothing
                """,
                Values.of("id", id)
                        .and("source", proposed.source())
                        .and("programme", proposed.programme())
                        .and("year", proposed.year())
                        .and("fen", proposed.amountFen())
                        .and("document", FreeText.checked(proposed.documentNo()))
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
        if (entered == 0) {
            throw new ProblemException(FundingProblem.QUOTA_NOT_PROPOSED);
        }
        trail.record(by, "fund-quota.proposed", "fund-quota", id.toString(), null);
        return find(id).orElseThrow();
    }

    /** The second person's word; the one in force before ends the same moment. What was used already stays so. */
    FundQuota decide(UUID id, String ifMatch, boolean confirmed, String reason, Actor by) {
        database.first("select 1 from fund_quota where id = :id for update", Map.of("id", id), row -> true);
        FundQuota quota = find(id).orElseThrow(ProblemException::notFound);
        boolean waits = quota.state() == FundQuota.State.PROPOSED;
        SecondPerson.require(ifMatch, quota.revision(), waits, quota.proposedBy(), by);
        if (confirmed) {
            Funds.turn(turns, quota.programme());
            database.update(
                    """
                    update fund_quota set state = 'REPLACED', revision = revision + 1
                    where source = :source and programme = :programme and year = :year and state = 'IN_FORCE'
                    """, Map.of("source", quota.source(), "programme", quota.programme(), "year", quota.year()));
        }
        database.update(
                """
                update fund_quota set state = :state, revision = revision + 1, decided_by = :by, decided_by_name = :name,
                  decided_at = :now
                where id = :id
                """,
                Map.of(
                        "id", id,
                        "state", confirmed ? FundQuota.State.IN_FORCE : FundQuota.State.REFUSED,
                        "by", by.id(),
                        "name", by.name(),
                        "now", clock.now()));
        trail.record(by, "fund-quota.decided", "fund-quota", id.toString(), FreeText.checked(reason));
        return find(id).orElseThrow();
    }

    /** Ends the request with 422 where an appropriation is beyond what its source may give. */
    void requireRoomToAppropriate(String programme, int year, String source, long fen) {
        require(Use.APPROPRIATED, programme, year, Map.of(source, fen));
    }

    /** The same of what a batch takes from its sources. */
    void requireRoomToTake(String programme, int year, Map<String, Long> bySource) {
        require(Use.TAKEN, programme, year, bySource);
    }

    /** What batches may still take of a source; no limit where no quota is in force. */
    long roomToTake(String programme, int year, String source) {
        return left(Use.TAKEN, programme, year, source).orElse(Long.MAX_VALUE);
    }

    private void require(Use use, String programme, int year, Map<String, Long> bySource) {
        Funds.turn(turns, programme);
        List<FieldError> beyond = new ArrayList<>();
        bySource.forEach((source, fen) -> left(use, programme, year, source)
                .filter(left -> left < fen)
                .ifPresent(left -> beyond.add(new FieldError(
                        source,
                        "BEYOND_QUOTA",
                        Text.of("需 %s 元，额度余 %s 元，超 %s 元", "asked %s yuan, left of the quota %s, beyond it %s")
                                .formatted(yuan(fen), yuan(left), yuan(fen - left))))));
        if (!beyond.isEmpty()) {
            throw new ProblemException(
                    FundingProblem.BEYOND_SOURCE_QUOTA, use.refusal.formatted(programme, year), beyond);
        }
    }

    /** Empty where no quota is in force. */
    private Optional<Long> left(Use use, String programme, int year, String source) {
        return database.first(
                "select amount_fen - " + use.function + "(source, programme, year) from fund_quota"
                        + " where source = :source and programme = :programme and year = :year and state = 'IN_FORCE'",
                Map.of("source", source, "programme", programme, "year", year),
                row -> row.getLong(1));
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static FundQuota read(ResultSet row) throws SQLException {
        return new FundQuota(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getLong(6),
                row.getString(7),
                Rows.constant(row, 8, FundQuota.State.class),
                row.getLong(9),
                row.getLong(10),
                row.getString(11),
                row.getString(12),
                row.getString(13));
    }
}
