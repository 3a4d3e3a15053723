package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import cn.gov.zhuozhou.aid.disbursement.pupil.Place;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * What an award rests on: the identification and ruling behind it, the school that pays it out, and what its pupil was there.
 *
 * @param findingId what a person confirmed against it; null where nothing was
 */
@Embeddable
record Basis(
        UUID identificationId,
        UUID rulingId,
        String because,
        String schoolCode,
        String schoolTown,
        @Enumerated(EnumType.STRING) Stage stage,
        Integer grade,
        Boolean boarding,
        UUID findingId) {
    /** Of the award {@code a}. */
    static final String COLUMNS =
            "a.identification_id, a.ruling_id, a.because, a.school_code, a.school_town, a.stage, a.grade,"
                    + " a.boarding, a.finding_id";

    /** Reads {@link #COLUMNS} from a column on. */
    static Basis read(ResultSet row, int from) throws SQLException {
        return new Basis(
                row.getObject(from, UUID.class),
                row.getObject(from + 1, UUID.class),
                row.getString(from + 2),
                row.getString(from + 3),
                row.getString(from + 4),
                Rows.constant(row, from + 5, Stage.class),
                row.getObject(from + 6, Integer.class),
                row.getObject(from + 7, Boolean.class),
                row.getObject(from + 8, UUID.class));
    }

    static Basis of(Eligibility ruling, Place place, Optional<WrongAward> wrong) {
        return new Basis(
                ruling.identificationId(),
                ruling.rulingId(),
                ruling.result(),
                place.schoolCode(),
                place.schoolTown(),
                place.stage(),
                place.grade(),
                place.boarding(),
                wrong.map(WrongAward::findingId).orElse(null));
    }

    /** Another school, stage or grade: that begins with the next semester for an award that is granted. */
    boolean isElsewhereThan(Place place) {
        return !schoolCode.equals(place.schoolCode()) || stage != place.stage() || !grade.equals(place.grade());
    }

    /** Where its pupil was when it was decided, enrolled as he is now. */
    Place place(String enrolmentState) {
        return new Place(schoolCode, schoolTown, stage, grade, boarding, enrolmentState);
    }
}
