package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * Has the database keep what a batch does to rows that have no history of their own ({@code row_change}): triggers write it while
 * the transaction names its batch, whatever columns a table has.
 */
@ApplicationScoped
class RowChanges {
    private static final String NAME = """
            select set_config('aid.batch', :batch, true), set_config('aid.as_of', :asOf, true),
              set_config('aid.known_from', :now, true)""";

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    /** Does a batch's work in the present transaction. */
    int keeping(Batch batch, IntSupplier work) {
        name(batch.id().toString(), batch.asOf().toString());
        int result = work.getAsInt();
        name("", "");
        return result;
    }

    private void name(String batch, String asOf) {
        database.list(
                NAME, Map.of("batch", batch, "asOf", asOf, "now", clock.now().toString()), row -> row);
    }
}
