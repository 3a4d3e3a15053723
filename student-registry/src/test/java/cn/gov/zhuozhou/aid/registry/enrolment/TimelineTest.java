package cn.gov.zhuozhou.aid.registry.enrolment;

import static cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState.GRADUATED;
import static cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState.IN_SCHOOL;
import static cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState.LEFT;
import static cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState.SUSPENDED;
import static cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState.TRANSFERRED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.registry.enrolment.Timeline.Period;
import cn.gov.zhuozhou.aid.registry.enrolment.Timeline.Said;
import cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {
    private static final UUID PUPIL = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    @Test
    void aPupilsWayThroughTheSchools() {
        // When
        List<Period> periods = Timeline.of(
                List.of(
                        said(PUPIL, "2017-09-01", place("A", 1, false, IN_SCHOOL)),
                        said(PUPIL, "2018-03-01", place("A", 1, true, IN_SCHOOL)),
                        said(PUPIL, "2018-09-01", place("A", 2, true, IN_SCHOOL)),
                        said(PUPIL, "2018-10-08", place("A", 2, true, SUSPENDED)),
                        said(PUPIL, "2019-03-01", place("B", 2, true, IN_SCHOOL)),
                        said(PUPIL, "2019-04-01", place("B", 2, true, TRANSFERRED)),
                        said(PUPIL, "2019-09-01", place("B", 3, false, IN_SCHOOL))),
                PUPIL,
                Step.TRANSFERRED_IN);

        // Then
        assertThat(periods)
                .extracting(Period::step)
                .containsExactly(
                        Step.TRANSFERRED_IN,
                        Step.CHANGED,
                        Step.ADVANCED,
                        Step.SUSPENDED_FROM,
                        Step.MOVED,
                        Step.TRANSFERRED_OUT,
                        Step.RETURNED);
        assertThat(boardingOn(periods, "2018-02-28")).isFalse();
        assertThat(boardingOn(periods, "2018-03-01")).isTrue();
        assertThat(on(periods, "2019-03-31").place().schoolCode()).isEqualTo("B");
        assertThat(periods.getLast().until()).isNull();
    }

    @Test
    void ofOneDayTheLastWordCountsAndWhatSaysNothingNewMakesNoPeriod() {
        // When
        List<Period> periods = Timeline.of(
                List.of(
                        said(PUPIL, "2018-09-01", place("A", 1, true, IN_SCHOOL)),
                        said(PUPIL, "2018-09-01", place("A", 1, false, IN_SCHOOL)),
                        said(PUPIL, "2019-03-01", place("A", 1, false, IN_SCHOOL))),
                PUPIL,
                Step.ENTERED);

        // Then
        assertThat(periods).hasSize(1);
        assertThat(periods.getFirst().place().boarding()).isFalse();
    }

    @Test
    void ofTwoRecordsTheOneThatHasHimAtSchoolCounts() {
        // When
        List<Period> periods = Timeline.of(
                List.of(
                        said(PUPIL, "2018-09-01", place("A", 1, false, IN_SCHOOL)),
                        said(PUPIL, "2019-03-01", place("A", 1, false, LEFT)),
                        said(OTHER, "2019-03-01", place("B", 1, true, IN_SCHOOL)),
                        said(OTHER, "2019-05-01", place("B", 1, false, IN_SCHOOL))),
                PUPIL,
                Step.ENTERED);

        // Then
        assertThat(periods).extracting(p -> p.place().schoolCode()).containsExactly("A", "B", "B");
        assertThat(periods).extracting(Period::step).containsExactly(Step.ENTERED, Step.MOVED, Step.CHANGED);
    }

    @Test
    void ofTwoRecordsAtSchoolTheOneThatCarriesOnCounts() {
        // When
        List<Period> periods = Timeline.of(
                List.of(
                        said(OTHER, "2018-09-01", place("B", 1, false, IN_SCHOOL)),
                        said(PUPIL, "2018-10-01", place("A", 1, false, IN_SCHOOL)),
                        said(OTHER, "2018-11-01", place("B", 1, true, IN_SCHOOL))),
                PUPIL,
                Step.ENTERED);

        // Then
        assertThat(periods).extracting(p -> p.place().schoolCode()).containsExactly("B", "A");
        assertThat(periods.getLast().until()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "IN_SCHOOL, SUSPENDED, SUSPENDED_FROM",
        "SUSPENDED, IN_SCHOOL, RESUMED",
        "IN_SCHOOL, TRANSFERRED, TRANSFERRED_OUT",
        "SUSPENDED, LEFT, LEFT_SCHOOL",
        "IN_SCHOOL, GRADUATED, COMPLETED",
        "LEFT, IN_SCHOOL, RETURNED",
        "GRADUATED, IN_SCHOOL, RETURNED",
        "TRANSFERRED, GRADUATED,",
        "LEFT, SUSPENDED,",
        "SUSPENDED, GRADUATED,",
        "LEFT, LEFT,"
    })
    void onlyStepsOfTheTableMayBeRecorded(EnrolmentState before, EnrolmentState after, Step step) {
        // When
        var found = Step.between(place("A", 1, false, before), place("A", 1, false, after));
        // Then
        assertThat(found.orElse(null)).isEqualTo(step);
    }

    @Test
    void anotherSchoolIsNoMoveForWhoHasLeft() {
        // When
        var step = Step.between(place("A", 1, false, LEFT), place("B", 1, false, IN_SCHOOL));
        var none = Step.between(place("A", 1, false, GRADUATED), place("B", 1, false, GRADUATED));
        // Then
        assertThat(step).contains(Step.RETURNED);
        assertThat(none).isEmpty();
    }

    private static Said said(UUID record, String from, Place place) {
        return new Said(record, LocalDate.parse(from), place, UUID.randomUUID(), null, null);
    }

    private static Place place(String school, int grade, boolean boarding, EnrolmentState state) {
        return new Place(school, Stage.PRIMARY, grade, "1", boarding, state);
    }

    private static boolean boardingOn(List<Period> periods, String day) {
        return on(periods, day).place().boarding();
    }

    private static Period on(List<Period> periods, String day) {
        return periods.stream()
                .filter(p -> p.covers(LocalDate.parse(day)))
                .findFirst()
                .orElseThrow();
    }
}
