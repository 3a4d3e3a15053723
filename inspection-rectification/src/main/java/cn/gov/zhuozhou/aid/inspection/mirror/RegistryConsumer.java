package cn.gov.zhuozhou.aid.inspection.mirror;

import cn.gov.zhuozhou.aid.chassis.event.EventIntake;
import cn.gov.zhuozhou.aid.chassis.event.EventRoutes;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Follows the student registry: who the pupil is, what he is found to be, who is missing among the pupils, how notices ended and
 * how old the data is.
 */
@ApplicationScoped
class RegistryConsumer {
    @Inject
    EventIntake intake;

    @Inject
    Facts facts;

    private final EventRoutes students = EventRoutes.of("mirror.student")
            .on("cn.gov.zhuozhou.aid.registry.StudentChanged.v1", PupilChange.class, e -> facts.take(e));
    private final EventRoutes eligibility = EventRoutes.of("mirror.eligibility")
            .on("cn.gov.zhuozhou.aid.registry.EligibilityChanged.v1", EligibilityChange.class, e -> facts.take(e));
    private final EventRoutes reverseChecks = EventRoutes.of("mirror.reverse-check")
            .on(
                    "cn.gov.zhuozhou.aid.registry.SchoolAgePersonUnmatched.v1",
                    ReverseCheckChange.class,
                    e -> facts.take(e))
            .on(
                    "cn.gov.zhuozhou.aid.registry.ReverseCheckAnswered.v1",
                    ReverseCheckAnswerChange.class,
                    e -> facts.take(e));

    private final EventRoutes notices = EventRoutes.of("mirror.notice")
            .on("cn.gov.zhuozhou.aid.registry.NoticeClosed.v1", NoticeChange.class, e -> facts.take(e));

    private final EventRoutes feeds = EventRoutes.of("mirror.feed")
            .on("cn.gov.zhuozhou.aid.registry.FeedStale.v1", FeedChange.class, e -> facts.take(e));

    void onStart(@Observes StartupEvent started) {
        intake.register(students);
        intake.register(eligibility);
        intake.register(reverseChecks);
        intake.register(notices);
        intake.register(feeds);
    }

    @Incoming("student")
    @Blocking
    void students(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, students);
    }

    @Incoming("eligibility")
    @Blocking
    void eligibility(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, eligibility);
    }

    @Incoming("notice")
    @Blocking
    void notices(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, notices);
    }

    @Incoming("reverse-check")
    @Blocking
    void reverseChecks(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, reverseChecks);
    }

    @Incoming("feed")
    @Blocking
    void feeds(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, feeds);
    }
}
