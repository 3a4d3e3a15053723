package cn.gov.zhuozhou.aid.disbursement.payee;

import cn.gov.zhuozhou.aid.chassis.event.EventIntake;
import cn.gov.zhuozhou.aid.chassis.event.EventRoutes;
import cn.gov.zhuozhou.aid.chassis.event.IncomingEvent;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.disbursement.payee.rule.Finding;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows who works at which school: a guardian who bears a teacher's name is looked at before he is paid (A17). */
@ApplicationScoped
class StaffConsumer {
    static final String STAFF = "cn.gov.zhuozhou.aid.accountability.StaffChanged.v1";

    private final EventRoutes routes = EventRoutes.of("payee.staff").on(STAFF, StaffChange.class, this::staffChanged);

    @Inject
    EventIntake intake;

    @Inject
    Database database;

    @Inject
    AccountStore store;

    void onStart(@Observes StartupEvent started) {
        intake.register(routes);
    }

    @Incoming("staff")
    @Blocking
    void on(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, routes);
    }

    void staffChanged(IncomingEvent<StaffChange> event) {
        StaffChange change = event.data();
        int kept = database.update(
                """
                insert into staff_member as m (person_id, name, school_codes, revision) values (:person, :name, :schools, :revision)
                on conflict (person_id) do update
                  set name = excluded.name, school_codes = excluded.school_codes, revision = excluded.revision
                where m.revision < excluded.revision
                """,
                Map.of(
                        "person", change.personId(),
                        "name", change.name(),
                        "schools", change.schoolCodes(),
                        "revision", event.revision()));
        if (kept == 1 && !change.schoolCodes().isEmpty()) {
            store.flagWhere(
                    Finding.HOLDER_NAMED_LIKE_STAFF,
                    "a.holder_kind = 'GUARDIAN' and a.holder_name = :name and p.school_code = any (:schools)",
                    Map.of("name", change.name(), "schools", change.schoolCodes()));
        }
    }
}
