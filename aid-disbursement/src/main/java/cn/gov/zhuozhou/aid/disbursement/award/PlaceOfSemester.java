package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.disbursement.pupil.Place;
import java.util.List;
import java.util.Optional;

/**
 * The one place a semester's awards of a pupil rest on, so that never two schools pay: once an award is granted or money of it
 * frozen, where he was then; before that where he was on the census day; until that day where he is. Another school, stage or
 * grade counts from the next semester. Whether he is in school is always asked of today.
 */
final class PlaceOfSemester {
    private PlaceOfSemester() {}

    /** @param settled what awards rest on that keep it where it is, as {@link SettledAwards} reads it */
    static Place of(Place now, Optional<Place> onCensusDay, List<Basis> settled) {
        Optional<Basis> kept = settled.stream()
                .filter(basis -> basis.stage() != null && basis.isElsewhereThan(now))
                .findFirst();
        if (kept.isPresent()) {
            return kept.get().place(now.enrolmentState());
        }
        return onCensusDay.map(day -> day.enrolled(now.enrolmentState())).orElse(now);
    }
}
