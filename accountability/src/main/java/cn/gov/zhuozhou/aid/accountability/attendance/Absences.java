package cn.gov.zhuozhou.aid.accountability.attendance;

import cn.gov.zhuozhou.aid.accountability.attendance.AbsenceTransitions.By;
import cn.gov.zhuozhou.aid.accountability.attendance.AbsenceTransitions.Occasion;
import cn.gov.zhuozhou.aid.accountability.pupil.Pupil;
import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Masked;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Opens cases and moves them, by people, by the registry's word and by time. Must be called in a transaction. */
@ApplicationScoped
class Absences {
    private static final Actor SYSTEM = Actor.system("attendance");
    private static final String SUBJECT = "absence";
    private static final int AT_ONCE = 200;

    @Inject
    AbsenceStore store;

    @Inject
    Thresholds thresholds;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    /** A school reports a pupil who stays away. */
    Absence report(Pupil pupil, LocalDate absentSince, String evidence, Actor by) {
        LocalDate today = clock.today();
        if (!thresholds.present().isSuspected(absentSince, today)) {
            throw new ProblemException(AttendanceProblem.ABSENCE_TOO_SHORT);
        }
        var opened = new Absence(
                Ids.next(),
                null,
                pupil.studentId(),
                "school:" + pupil.schoolCode(),
                pupil.schoolCode(),
                pupil.schoolTown(),
                null,
                null,
                absentSince,
                AbsenceState.SUSPECTED,
                clock.now(),
                1,
                null);
        if (!store.open(opened, null, Masked.anywhere(evidence), by)) {
            throw new ProblemException(AttendanceProblem.ABSENCE_OPEN);
        }
        trail.record(by, "absence.reported", SUBJECT, opened.id().toString(), null);
        return ripen(opened);
    }

    Absence act(UUID id, String ifMatch, Occasion occasion, LocalDate onDay, String evidence, Actor by) {
        Absence seen = store.lock(id, by.jurisdiction()).orElseThrow(ProblemException::notFound);
        Versions.require(ifMatch, seen.version());
        if (onDay.isBefore(seen.absentSince()) || onDay.isAfter(clock.today())) {
            throw new ProblemException(AttendanceProblem.DAY_NOT_VALID);
        }
        if (occasion.by() == By.SECOND_PERSON && by.is(store.lastActor(seen))) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        Absence moved = store.move(seen, occasion, onDay, Masked.anywhere(evidence), by);
        trail.record(
                by,
                "absence.moved",
                SUBJECT,
                id.toString(),
                null,
                Map.of("occasion", occasion, "from", seen.state(), "to", moved.state()));
        return moved;
    }

    /** Out of school: a case, or one again. Any other answer only says something about a person who is one. */
    void follow(ReverseCheckAnswer told) {
        LocalDate today = clock.today();
        LocalDate since = told.isOutOfSchool() ? told.absentSince(today) : null;
        if (told.isOutOfSchool() && store.open(opened(told, since), told.revision(), evidence(told), SYSTEM)) {
            ripen(store.lockOfTask(told.taskId()).orElseThrow());
            return;
        }
        Absence known = store.lockOfTask(told.taskId()).orElse(null);
        if (known == null || !store.follow(told, since)) {
            return;
        }
        Occasion occasion =
                told.isOutOfSchool() ? Occasion.ABSENT_AGAIN : told.says().orElse(null);
        if (occasion != null && canHappen(occasion, known)) {
            store.move(known, occasion, told.answeredOn() == null ? today : told.answeredOn(), evidence(told), SYSTEM);
        }
        ripen(store.lockOfTask(told.taskId()).orElseThrow());
    }

    /** An end people here have found stands, whatever becomes of the registry's question. */
    private boolean canHappen(Occasion occasion, Absence known) {
        return AbsenceTransitions.next(known.state(), occasion).isPresent()
                && (occasion != Occasion.END_IN_DOUBT || SYSTEM.is(store.lastActor(known)));
    }

    /** Returns how many suspected cases became dropouts by time alone. */
    int ripen() {
        LocalDate today = clock.today();
        Threshold threshold = thresholds.present();
        var ripe = store.lockRipe(threshold.dropoutIfAbsentSince(today), AT_ONCE);
        ripe.forEach(absence -> becomesDropout(absence, threshold, today));
        return ripe.size();
    }

    private Absence ripen(Absence absence) {
        LocalDate today = clock.today();
        Threshold threshold = thresholds.present();
        return absence.state() == AbsenceState.SUSPECTED && threshold.isDropout(absence.absentSince(), today)
                ? becomesDropout(absence, threshold, today)
                : absence;
    }

    private Absence becomesDropout(Absence absence, Threshold threshold, LocalDate today) {
        String why = "自 %s 起缺勤，超过 %d 天未返校"
                .formatted(absence.absentSince(), threshold.suspectedDays() + threshold.dropoutDays());
        return store.move(absence, Occasion.TIME_PASSED, today, why, SYSTEM);
    }

    private Absence opened(ReverseCheckAnswer told, LocalDate since) {
        return new Absence(
                Ids.next(),
                told.taskId(),
                null,
                told.town() == null ? "bureau" : "town:" + told.town(),
                null,
                told.town(),
                told.birthYear(),
                told.expectedStage(),
                since,
                AbsenceState.SUSPECTED,
                clock.now(),
                1,
                null);
    }

    private static String evidence(ReverseCheckAnswer told) {
        return "反向核查任务 %s：%s".formatted(told.taskId(), told.answer() == null ? "重新核查" : told.answer());
    }
}
