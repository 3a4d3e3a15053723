package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.disbursement.pupil.Pupil;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.UUID;

/**
 * What an award rests on: the identification and ruling behind it, and the school that pays it out.
 *
 * @param findingId what a person confirmed against it; null where nothing was
 */
@Embeddable
record Basis(
        UUID identificationId, UUID rulingId, String because, String schoolCode, String schoolTown, UUID findingId) {
    static Basis of(Eligibility ruling, Pupil pupil, Optional<WrongAward> wrong) {
        return new Basis(
                ruling.identificationId(),
                ruling.rulingId(),
                ruling.result(),
                pupil.schoolCode(),
                pupil.schoolTown(),
                wrong.map(WrongAward::findingId).orElse(null));
    }
}
