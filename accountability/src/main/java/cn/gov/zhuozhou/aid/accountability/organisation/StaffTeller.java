package cn.gov.zhuozhou.aid.accountability.organisation;

import cn.gov.zhuozhou.aid.chassis.event.OutboundEvent;
import cn.gov.zhuozhou.aid.chassis.event.Outbox;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells the others who works where, as far as they have not heard it. */
@ApplicationScoped
class StaffTeller {
    @Inject
    Database database;

    @Inject
    Outbox outbox;

    /** Of these people and of everybody never told of, in the transaction of the change. */
    void tell(Collection<UUID> changed) {
        List<StaffChanged> news = database.list(
                """
                update person p set told = told + 1 where p.told = 0 or p.id = any (cast(:ids as uuid[]))
                returning p.id, p.told, p.name, array(select distinct o.school_code from post o
                  where o.person_id = p.id and o.until is null order by 1)
                """,
                Map.of("ids", changed),
                row -> new StaffChanged(
                        row.getObject(1, UUID.class), row.getLong(2), row.getString(3), Rows.strings(row, 4)));
        outbox.append(news.stream().map(StaffTeller::outbound).toList());
    }

    private static OutboundEvent outbound(StaffChanged change) {
        String person = change.personId().toString();
        return new OutboundEvent(StaffChanged.TOPIC, person, StaffChanged.TYPE, person, change.revision(), change);
    }
}
