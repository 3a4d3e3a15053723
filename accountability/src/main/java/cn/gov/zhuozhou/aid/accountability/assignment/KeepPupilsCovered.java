package cn.gov.zhuozhou.aid.accountability.assignment;

import cn.gov.zhuozhou.aid.accountability.assignment.StateTransitions.Occasion;
import cn.gov.zhuozhou.aid.accountability.assignment.choice.Choice;
import cn.gov.zhuozhou.aid.accountability.organisation.SchoolStaffChanged;
import cn.gov.zhuozhou.aid.accountability.organisation.Staff;
import cn.gov.zhuozhou.aid.accountability.organisation.StaffMember;
import cn.gov.zhuozhou.aid.accountability.pupil.Pupil;
import cn.gov.zhuozhou.aid.accountability.pupil.PupilChanged;
import cn.gov.zhuozhou.aid.accountability.pupil.Pupils;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings the assignment of a pupil to what the facts ask for, whichever fact came last: nothing happens where it is so
 * already. Runs in the transaction that took the fact in.
 */
@ApplicationScoped
class KeepPupilsCovered {
    private static final Actor SYSTEM = Actor.system("assignment");

    @Inject
    Pupils pupils;

    @Inject
    Staff staff;

    @Inject
    Assignments assignments;

    @Inject
    FindPerson findPerson;

    @Inject
    AssignmentJournal journal;

    @Inject
    BusinessClock clock;

    void onPupil(@Observes PupilChanged changed) {
        cover(changed.studentId());
    }

    void onStaff(@Observes SchoolStaffChanged changed) {
        assignments.pupilsInNeed(changed.schoolCodes()).forEach(this::cover);
    }

    private void cover(UUID studentId) {
        Pupil pupil = pupils.findById(studentId);
        if (pupil == null) {
            return; // the identification came first; the pupil will follow
        }
        Optional<Assignment> open = assignments.openOf(studentId);
        boolean aided = pupils.isAided(pupil);
        if (open.isPresent()) {
            revisit(open.get(), pupil, aided);
        } else if (aided) {
            begin(pupil);
        }
    }

    private void revisit(Assignment open, Pupil pupil, boolean aided) {
        if (!aided) {
            end(open, Occasion.NO_LONGER_AIDED);
            return;
        }
        if (!open.schoolCode().equals(pupil.schoolCode())) {
            end(open, Occasion.TRANSFERRED);
            begin(pupil);
            return;
        }
        open.locatedIn(pupil.schoolTown());
        if (open.isGap()) {
            fill(open, pupil);
        } else {
            staff.atSchool(open.schoolCode(), open.personId())
                    .ifPresentOrElse(person -> keep(open, person), () -> hand(open, pupil));
        }
    }

    private void keep(Assignment open, StaffMember person) {
        if (open.renamed(person.name())) {
            journal.changed(List.of(open), SYSTEM);
        }
    }

    private void hand(Assignment open, Pupil pupil) {
        end(open, Occasion.PERSON_LEFT);
        begin(pupil);
    }

    private void begin(Pupil pupil) {
        Assignment begun = switch (findPerson.answeringFor(pupil)) {
            case Choice.Chosen chosen ->
                Assignment.proposed(pupil, FindPerson.responsible(chosen), clock.today(), SYSTEM);
            case Choice.Gap gap -> Assignment.gap(pupil, gap.lack().name(), clock.today(), SYSTEM);
        };
        assignments.persist(begun);
        journal.changed(List.of(begun), SYSTEM);
    }

    private void fill(Assignment gap, Pupil pupil) {
        boolean changed = switch (findPerson.answeringFor(pupil)) {
            case Choice.Chosen chosen -> {
                gap.fill(FindPerson.responsible(chosen), clock.today(), SYSTEM);
                yield true;
            }
            case Choice.Gap still -> gap.lacks(still.lack().name());
        };
        if (changed) {
            journal.changed(List.of(gap), SYSTEM);
        }
    }

    private void end(Assignment open, Occasion occasion) {
        open.end(occasion, clock.today());
        journal.changed(List.of(open), SYSTEM);
    }
}
