package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Needed answers as dated rows. */
@ApplicationScoped
class NeedStore {
    record Row(Question question, LocalDate validFrom, Needs.Rule rule, String source) {}

    private static final String SELECT =
            "select question, valid_from, needed, stages, why_zh, why_en, source from out_of_area_need ";

    @Inject
    Database database;

    Needs on(LocalDate day) {
        Map<Question, Needs.Rule> rules = new EnumMap<>(Question.class);
        LocalDate from = LocalDate.MIN;
        for (Row row : database.list(
                SELECT + "where valid_from <= :day order by question, valid_from",
                Map.of("day", day),
                NeedStore::row)) {
            rules.put(row.question(), row.rule());
            from = from.isAfter(row.validFrom()) ? from : row.validFrom();
        }
        return new Needs(rules, from);
    }

    List<Row> all() {
        return database.list(SELECT + "order by question, valid_from", Map.of(), NeedStore::row);
    }

    /** False where the question has a row from that day already. */
    boolean add(Row row, String by) {
        return database.update(
                        """
                        insert into out_of_area_need (question, valid_from, needed, stages, why_zh, why_en, source, entered_by)
                        values (:question, :from, :needed, :stages::text[], :zh, :en, :source, :by) on conflict do nothing""",
                        Values.of("question", row.question())
                                .and("from", row.validFrom())
                                .and("needed", row.rule().needed())
                                .and(
                                        "stages",
                                        row.rule().stages().stream()
                                                .map(Stage::name)
                                                .sorted()
                                                .toList())
                                .and("zh", row.rule().why().zh())
                                .and("en", row.rule().why().en())
                                .and("source", row.source())
                                .and("by", by))
                == 1;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Rows.constant(row, 1, Question.class),
                row.getObject(2, LocalDate.class),
                new Needs.Rule(
                        Rows.constant(row, 3, Needs.Needed.class),
                        Rows.strings(row, 4).stream().map(Stage::valueOf).collect(Collectors.toSet()),
                        Text.of(row.getString(5), row.getString(6))),
                row.getString(7));
    }
}
