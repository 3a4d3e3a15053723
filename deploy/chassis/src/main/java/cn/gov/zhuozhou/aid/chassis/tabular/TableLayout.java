package cn.gov.zhuozhou.aid.chassis.tabular;

import java.util.List;
import java.util.function.Predicate;

/**
 * What a table should look like.
 *
 * @param columns the order in which rows are handed over
 * @param totalRow recognises a total row by its first filled cell; such rows are passed over
 */
public record TableLayout(List<Column> columns, Predicate<String> totalRow) {
    public TableLayout {
        columns = List.copyOf(columns);
    }
}
