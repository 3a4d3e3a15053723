package cn.gov.zhuozhou.aid.disbursement.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Json;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.reconciliation.Difference.Kind;
import cn.gov.zhuozhou.aid.disbursement.reconciliation.Difference.Side;
import cn.gov.zhuozhou.aid.disbursement.reconciliation.Reconciliation.Line;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes reconciliations, keeps them and checks them again. No batch becomes reconciled without one that agrees. */
@ApplicationScoped
public class Reconciliations {
    private static final int AT_ONCE = 1_000;

    private static final String SELECT = """
            select id, batch_id, agrees, figures, figures_sha256, page_sha256, by_name, at from reconciliation
            """;

    private static final String LINES = """
            select number, side, kind, key, line, ours_fen, theirs_fen, ours_state, theirs_state
            from reconciliation_difference where reconciliation_id = :id
            """;

    /** Differences with the national system, handed over after the others; the second side may know only some of it. */
    interface Further {
        void compare(Consumer<Difference> differences);
    }

    @Inject
    Sides sides;

    @Inject
    ProofPapers papers;

    @Inject
    Database database;

    @Inject
    Json json;

    @Inject
    ObjectMapper mapper;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    /** Makes a reconciliation as the batch stands now; whether everything agrees. It is kept where the caller's transaction ends well. */
    public boolean prove(UUID batchId, Actor by) {
        return make(batchId, differences -> {}, by).agrees();
    }

    /** In the caller's transaction; ends the request where the batch is unknown or was never frozen. */
    Reconciliation make(UUID batchId, Further further, Actor by) {
        requireFrozen(batchId);
        UUID id = Ids.next();
        Instant at = clock.now();
        var kept = new Kept(id);
        sides.hear(batchId);
        sides.compare(batchId, kept);
        further.compare(kept);
        kept.flush();
        Figures figures = sides.figures(batchId, kept.bySide, kept.disagreements);
        String sha256 = sha256(written(figures, kept.digest()));
        byte[] page = papers.print(figures, newest(id), sha256, by.name(), at);
        database.update(
                """
                insert into reconciliation (id, batch_id, batch_revision, agrees, figures, figures_sha256, page, page_sha256,
                    by_id, by_name, at)
                values (:id, :batch, :revision, :agrees, :figures::jsonb, :sha, :page, :pageSha, :by, :byName, :at)
                """,
                Values.of("id", id)
                        .and("batch", batchId)
                        .and("revision", figures.batchRevision())
                        .and("agrees", figures.agree())
                        .and("figures", json.write(figures))
                        .and("sha", sha256)
                        .and("page", page)
                        .and("pageSha", sha256(page))
                        .and("by", by.id())
                        .and("byName", by.name())
                        .and("at", at));
        trail.record(
                by,
                "reconciliation.made",
                "payment-batch",
                batchId.toString(),
                null,
                Map.of("reconciliation", id, "agrees", figures.agree(), "differences", kept.count));
        return find(id).orElseThrow();
    }

    Page<Reconciliation> list(UUID batchId, Paging paging) {
        return Page.of(
                database.list(
                        SELECT + """
                        where (:batch::uuid is null or batch_id = :batch) and (:after::uuid is null or id > :after)
                        order by id limit %d
                        """.formatted(paging.limit() + 1),
                        Values.of("batch", batchId).and("after", paging.afterId()),
                        this::read),
                paging.limit(),
                Reconciliation::id);
    }

    Optional<Reconciliation> find(UUID id) {
        return database.first(SELECT + "where id = :id", Map.of("id", id), this::read);
    }

    Page<Line> differences(UUID id, Paging paging) {
        return Page.of(
                database.list(
                        LINES + "and number > :after order by number limit " + (paging.limit() + 1),
                        Map.of("id", id, "after", paging.afterNumber()),
                        Reconciliations::line),
                paging.limit(),
                Line::number);
    }

    void forEachDifference(UUID id, Consumer<Line> taker) {
        database.forEach(LINES + "order by number", Map.of("id", id), row -> taker.accept(line(row)));
    }

    /** What the printed page says, from what is kept, for a screen. */
    String screen(Reconciliation made) {
        return papers.page(made.figures(), newest(made.id()), made.figuresSha256(), made.byName(), made.at());
    }

    byte[] page(UUID id) {
        return database.first(
                        "select page from reconciliation where id = :id", Map.of("id", id), row -> row.getBytes(1))
                .orElseThrow();
    }

    /** Hashes what is kept once more, and adds the sides up once more. */
    Reconciliation.Verification verify(Reconciliation made) {
        MessageDigest digest = digest();
        forEachDifference(made.id(), line -> digest.update(json.write(line).getBytes(UTF_8)));
        boolean intact = sha256(written(made.figures(), digest.digest())).equals(made.figuresSha256())
                && sha256(page(made.id())).equals(made.pageSha256());
        sides.hear(made.batchId());
        Figures today = sides.figures(
                made.batchId(), made.figures().differences(), made.figures().disagreements());
        return new Reconciliation.Verification(intact, today.equals(made.figures()));
    }

    private void requireFrozen(UUID batchId) {
        boolean frozen = database.first(
                        "select frozen_fen is not null from payment_batch where id = :id for share",
                        Map.of("id", batchId),
                        row -> row.getBoolean(1))
                .orElseThrow(ProblemException::notFound);
        if (!frozen) {
            throw new ProblemException(ReconciliationProblem.BATCH_NOT_FROZEN);
        }
    }

    private List<Line> newest(UUID id) {
        return database.list(
                LINES + "order by number limit " + ProofPapers.SHOWN, Map.of("id", id), Reconciliations::line);
    }

    private byte[] written(Figures figures, byte[] differences) {
        return (json.write(figures) + HexFormat.of().formatHex(differences)).getBytes(UTF_8);
    }

    private Reconciliation read(ResultSet row) throws SQLException {
        try {
            return new Reconciliation(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getBoolean(3),
                    mapper.readValue(row.getString(4), Figures.class),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    Rows.instant(row, 8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reconciliation cannot be read any more", e);
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getInt(1),
                Side.valueOf(row.getString(2)),
                Kind.valueOf(row.getString(3)),
                row.getString(4),
                row.getObject(5, Integer.class),
                row.getObject(6, Long.class),
                row.getObject(7, Long.class),
                Rows.constant(row, 8, Entry.State.class),
                Rows.constant(row, 9, Entry.State.class));
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Differences on their way into the table, some at a time. */
    private final class Kept implements Consumer<Difference> {
        private final UUID id;
        private final List<Line> waiting = new ArrayList<>(AT_ONCE);
        private final Map<Side, Integer> bySide = new EnumMap<>(Side.class);
        private final MessageDigest digest = Reconciliations.digest();
        private int count;
        private int disagreements;

        private Kept(UUID id) {
            this.id = id;
        }

        @Override
        public void accept(Difference difference) {
            count++;
            disagreements += difference.disagrees() ? 1 : 0;
            bySide.merge(difference.side(), 1, Integer::sum);
            Line line = Line.of(count, difference);
            digest.update(json.write(line).getBytes(UTF_8));
            waiting.add(line);
            if (waiting.size() == AT_ONCE) {
                flush();
            }
        }

        private byte[] digest() {
            return digest.digest();
        }

        private void flush() {
            database.batch(
                    """
                    insert into reconciliation_difference (reconciliation_id, number, side, kind, key, line, ours_fen, theirs_fen,
                        ours_state, theirs_state)
                    values (:id, :number, :side, :kind, :key, :line, :ours, :theirs, :oursState, :theirsState)
                    """,
                    waiting,
                    line -> Values.of("id", id)
                            .and("number", line.number())
                            .and("side", line.side())
                            .and("kind", line.kind())
                            .and("key", line.key())
                            .and("line", line.line())
                            .and("ours", line.oursFen())
                            .and("theirs", line.theirsFen())
                            .and("oursState", line.oursState())
                            .and("theirsState", line.theirsState()));
            waiting.clear();
        }
    }
}
