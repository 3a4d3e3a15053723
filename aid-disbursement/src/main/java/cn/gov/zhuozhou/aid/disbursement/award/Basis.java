package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.disbursement.pupil.Pupil;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** What an award rests on: the identification and ruling behind it, and the school that pays it out. */
@Embeddable
record Basis(UUID identificationId, UUID rulingId, String because, String schoolCode, String schoolTown) {
    static Basis of(Eligibility ruling, Pupil pupil) {
        return new Basis(
                ruling.identificationId(), ruling.rulingId(), ruling.result(), pupil.schoolCode(), pupil.schoolTown());
    }
}
