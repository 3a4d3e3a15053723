package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.feed.row.Wording;
import cn.gov.zhuozhou.aid.registry.hardship.Matching;
import cn.gov.zhuozhou.aid.registry.hardship.Touched;
import cn.gov.zhuozhou.aid.registry.identification.Reevaluations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Merges the rows a poll brought, in the caller's transaction: step by step, and the pupils they touch are evaluated once. */
@ApplicationScoped
class MessageMerge {
    @Inject
    FeedMerges merges;

    @Inject
    Batches batches;

    @Inject
    Staging staging;

    @Inject
    Wordings wordings;

    @Inject
    Touched touched;

    @Inject
    Matching matching;

    @Inject
    Reevaluations reevaluations;

    @Inject
    Database database;

    void merge(List<RowMessage> messages) {
        List<MessageRow> rows = read(messages);
        merges.takeTurn();
        touched.begin();
        Set<UUID> pupils = new LinkedHashSet<>();
        for (MessageSteps.Step step : MessageSteps.of(rows)) {
            merge(step);
            pupils.addAll(matching.touchedStudents());
        }
        if (!pupils.isEmpty()) {
            reevaluations.evaluate(pupils);
            database.update("delete from pending_evaluation where student_id = any(:pupils)", Map.of("pupils", pupils));
        }
    }

    private void merge(MessageSteps.Step step) {
        Batch batch = batches.ofMessages(step.source(), step.asOf());
        int line = batches.nextLine(batch.id());
        FeedContent content = contentOf(step.rows(), line);
        batches.count(batch.id(), line, merges.merge(batch, staging.stage(batch, content, done -> {})));
    }

    /** The rows as lines that begin with the given number. */
    private static FeedContent contentOf(List<MessageRow> rows, int fromLine) {
        return taker -> {
            int line = fromLine;
            for (MessageRow row : rows) {
                taker.take(new Row(line++, row.cells().cells(), false), row.reading());
            }
        };
    }

    private List<MessageRow> read(List<RowMessage> messages) {
        record Day(Feed source, LocalDate asOf) {}
        Map<Day, Wording> known = new HashMap<>();
        List<MessageRow> rows = new ArrayList<>(messages.size());
        for (RowMessage message : messages) {
            Wording wording = known.computeIfAbsent(
                    new Day(message.source(), message.asOf()), day -> wordings.of(day.source(), day.asOf(), false));
            Row row = wording.row(0, message.cells());
            rows.add(new MessageRow(
                    message.source(),
                    message.asOf(),
                    row,
                    new Wording.Reading(wording.read(row).row(), message.ends())));
        }
        return rows;
    }
}
