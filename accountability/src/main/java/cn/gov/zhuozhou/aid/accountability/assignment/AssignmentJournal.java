package cn.gov.zhuozhou.aid.accountability.assignment;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.event.OutboundEvent;
import cn.gov.zhuozhou.aid.chassis.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;

/** Tells of changed assignments, to other services and to the case file. */
@ApplicationScoped
class AssignmentJournal {
    @Inject
    Outbox outbox;

    @Inject
    Assignments assignments;

    @Inject
    Event<AssignmentMoved> moves;

    /** Writes the changes first, for a revision is the version they got. */
    void changed(List<Assignment> changed, Actor by) {
        assignments.flush();
        List<AssignmentChanged> told = changed.stream().map(Assignment::told).toList();
        outbox.append(told.stream().map(AssignmentJournal::event).toList());
        told.forEach(t -> moves.fire(new AssignmentMoved(t.assignmentId(), t.studentId(), t.revision(), t, by.name())));
    }

    private static OutboundEvent event(AssignmentChanged told) {
        return new OutboundEvent(
                AssignmentChanged.TOPIC,
                told.studentId().toString(),
                AssignmentChanged.TYPE,
                told.assignmentId().toString(),
                told.revision(),
                told);
    }
}
