package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.clock.ClockConfig;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts of files and messages by provider and the month they came in. */
@ApplicationScoped
class FeedStatistics {
    /**
     * A month of a provider.
     *
     * @param failedFiles of the files those that were taken and then could not be read
     * @param messageDays days messages told of; their rows are counted like those of files
     * @param medianSeconds from a file's arrival to its committed outcome; null where no file is done
     */
    record Month(
            String source,
            String month,
            long files,
            long failedFiles,
            long messageDays,
            long rows,
            long accepted,
            long refused,
            long duplicates,
            long added,
            long changed,
            long same,
            long gone,
            Double medianSeconds,
            Double longestSeconds,
            List<Refusal> refusals) {}

    /**
     * Why rows were refused.
     *
     * @param column empty where it is the whole row
     * @param text in both languages, to be sent to the provider
     */
    record Refusal(String reason, String column, long rows, String text) {}

    private record Of(String source, String month) {}

    private record Counted(Of of, Refusal refusal) {}

    private static final String IN_QUESTION = """
            with batch as (
              select b.*, to_char(b.created_at at time zone :zone, 'YYYY-MM') as month from feed_batch b
              where (:source::text is null or b.source = :source)
                and b.created_at >= (:first::date)::timestamp at time zone :zone
                and b.created_at < (:after::date)::timestamp at time zone :zone)
            """;

    private static final String MONTHS = IN_QUESTION + """
            select source, month, count(*) filter (where kind = 'FILE'),
              count(*) filter (where kind = 'FILE' and state = 'FAILED'), count(*) filter (where kind = 'MESSAGES'),
              sum(rows), sum(accepted), sum(refused), sum(duplicates), sum(added), sum(changed), sum(same), sum(gone),
              percentile_cont(0.5) within group (order by extract(epoch from finished_at - created_at))
                filter (where kind = 'FILE' and state = 'DONE'),
              max(extract(epoch from finished_at - created_at)) filter (where kind = 'FILE' and state = 'DONE')
            from batch group by source, month order by source, month""";

    private static final String REFUSALS = IN_QUESTION + """
            select b.source, b.month, note, count(distinct (b.id, r.line_no))
            from batch b join feed_row r on r.batch_id = b.id and r.outcome = 'REFUSED', unnest(r.reasons) note
            group by 1, 2, 3 order by 4 desc, 3""";

    @Inject
    Database database;

    @Inject
    ClockConfig clock;

    /** @param source null for all */
    List<Month> of(String source, YearMonth first, YearMonth last) {
        Map<String, Object> values = new HashMap<>();
        values.put("source", source);
        values.put("zone", clock.zone().getId());
        values.put("first", first.atDay(1));
        values.put("after", last.plusMonths(1).atDay(1));
        Map<Of, List<Refusal>> refusals = database
                .list(
                        REFUSALS,
                        values,
                        row -> new Counted(
                                new Of(row.getString(1), row.getString(2)), refusal(row.getString(3), row.getLong(4))))
                .stream()
                .collect(Collectors.groupingBy(Counted::of, Collectors.mapping(Counted::refusal, Collectors.toList())));
        return database.list(
                MONTHS,
                values,
                row -> new Month(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10),
                        row.getLong(11),
                        row.getLong(12),
                        row.getLong(13),
                        row.getObject(14, Double.class),
                        row.getBigDecimal(15) == null
                                ? null
                                : row.getBigDecimal(15).doubleValue(),
                        refusals.getOrDefault(new Of(row.getString(1), row.getString(2)), List.of())));
    }

    private static Refusal refusal(String stored, long rows) {
        int space = stored.indexOf(' ');
        return new Refusal(
                space < 0 ? stored : stored.substring(0, space),
                space < 0 ? "" : stored.substring(space + 1),
                rows,
                RefusalTexts.of(stored));
    }
}
