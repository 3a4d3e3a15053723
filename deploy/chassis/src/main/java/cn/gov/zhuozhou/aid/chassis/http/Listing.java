package cn.gov.zhuozhou.aid.chassis.http;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Database.RowReader;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Things people may see as far as their jurisdiction reaches, in the order of their ids: one of them, or a page of those some columns
 * narrow a list to.
 *
 * @param select ends in a {@code where} that names {@code :ownSchool} and {@code :ownTown}
 * @param id the column the things are ordered by
 */
public record Listing<T>(String select, String id, RowReader<T> reader, Function<T, UUID> idOf) {
    public Optional<T> find(Database database, UUID wanted, Jurisdiction own) {
        return database.first(
                select + " and " + id + " = :wanted",
                Values.of(own.parameters()).and("wanted", wanted),
                reader);
    }

    /** @param by what each column has to be; a column whose value is null does not narrow the list */
    public Page<T> page(Database database, Map<String, ?> by, Jurisdiction own, Paging paging) {
        var sql = new StringBuilder(select);
        Values values = Values.of(own.parameters());
        by.forEach((column, value) -> narrow(sql, values, column + " = ", value));
        narrow(sql, values, id + " > ", paging.afterId());
        sql.append(" order by ").append(id).append(" limit ").append(paging.limit() + 1);
        return Page.of(database.list(sql.toString(), values, reader), paging.limit(), idOf);
    }

    private static void narrow(StringBuilder sql, Values values, String condition, Object value) {
        if (value != null) {
            String name = "value" + values.size();
            sql.append(" and ").append(condition).append(':').append(name);
            values.put(name, value);
        }
    }
}
