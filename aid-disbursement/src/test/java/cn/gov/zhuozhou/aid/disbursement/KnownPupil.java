package cn.gov.zhuozhou.aid.disbursement;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import java.util.Map;
import java.util.UUID;

/** A pupil this service knows, in a school of his own unless said otherwise. */
public record KnownPupil(UUID id, String school, String town, String stage) {
    public static KnownPupil in(Database database, String stage) {
        String own = UUID.randomUUID().toString().substring(0, 9);
        return in(database, "T" + own, "某镇" + own, stage);
    }

    public static KnownPupil in(Database database, String school, String town, String stage) {
        var pupil = new KnownPupil(UUID.randomUUID(), school, town, stage);
        database.update("""
                insert into pupil (student_id, revision, name, school_code, school_name, school_town, stage, grade, boarding,
                                   enrolment_state)
                values (:id, 1, '欧阳某某', :school, '某校', :town, :stage, 3, true, 'IN_SCHOOL')
                """, Map.of("id", pupil.id(), "school", school, "town", town, "stage", stage));
        return pupil;
    }
}
