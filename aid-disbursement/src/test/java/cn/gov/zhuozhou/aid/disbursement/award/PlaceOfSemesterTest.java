package cn.gov.zhuozhou.aid.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import cn.gov.zhuozhou.aid.disbursement.pupil.Place;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlaceOfSemesterTest {
    private static final Place OLD = new Place("OLD", "某镇", Stage.PRIMARY, 6, true, "IN_SCHOOL");
    private static final Place NEW = new Place("NEW", "某镇", Stage.PRIMARY, 6, false, "IN_SCHOOL");
    private static final Place JUNIOR = new Place("OLD", "某镇", Stage.JUNIOR, 7, true, "IN_SCHOOL");

    @Test
    void untilTheCensusDayItIsWhereHeIs() {
        assertThat(PlaceOfSemester.of(NEW, Optional.empty(), List.of())).isEqualTo(NEW);
    }

    @Test
    void fromTheCensusDayOnItIsWhereHeWasOnIt() {
        assertThat(PlaceOfSemester.of(NEW, Optional.of(OLD), List.of())).isEqualTo(OLD);
    }

    @Test
    void whatIsGrantedStaysWithTheSchoolThatGrantsIt() {
        assertThat(PlaceOfSemester.of(NEW, Optional.empty(), List.of(granted(OLD))))
                .isEqualTo(OLD);
    }

    @Test
    void whatIsGrantedStaysWithTheStageItWasGrantedFor() {
        assertThat(PlaceOfSemester.of(JUNIOR, Optional.empty(), List.of(granted(OLD))))
                .isEqualTo(OLD);
    }

    @Test
    void whoNoLongerBoardsAtTheSameSchoolIsDecidedAnew() {
        var day = new Place("OLD", "某镇", Stage.PRIMARY, 6, false, "IN_SCHOOL");

        assertThat(PlaceOfSemester.of(day, Optional.empty(), List.of(granted(OLD))))
                .isEqualTo(day);
    }

    @Test
    void whetherHeIsInSchoolIsAskedOfToday() {
        assertThat(PlaceOfSemester.of(NEW.enrolled("LEFT"), Optional.of(OLD), List.of(granted(OLD))))
                .isEqualTo(OLD.enrolled("LEFT"));
    }

    private static Basis granted(Place place) {
        return new Basis(
                UUID.randomUUID(),
                null,
                "CARRIED",
                place.schoolCode(),
                place.schoolTown(),
                place.stage(),
                place.grade(),
                place.boarding(),
                null);
    }
}
