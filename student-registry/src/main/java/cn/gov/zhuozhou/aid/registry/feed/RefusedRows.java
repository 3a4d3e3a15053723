package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Keeps refused rows one by one, with their reasons and their cells as they came. */
@ApplicationScoped
class RefusedRows {
    @Inject
    Database database;

    /** @param stage the staging table, with line_no, refused and sealed */
    void keep(UUID batch, String stage) {
        database.update("""
                insert into feed_row (batch_id, line_no, outcome, reasons, sealed)
                select :batch, line_no, 'REFUSED', string_to_array(refused, chr(10)), sealed from %s
                where refused is not null""".formatted(stage), Map.of("batch", batch));
    }
}
