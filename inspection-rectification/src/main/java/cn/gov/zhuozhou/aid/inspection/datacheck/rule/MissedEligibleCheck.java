package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord.Eligibility;
import cn.gov.zhuozhou.aid.inspection.finding.Reason;
import java.util.List;

/**
 * A04 漏助: hardship is proven today, the pupil is in school, and a programme he must get at his stage is not granted.
 * Holds from the moment of proof, before any identification; once he is identified, the award has a while to follow.
 */
public record MissedEligibleCheck(List<MustPay> mustPay) implements PupilCheck {
    public static final String CODE = "A04";

    public MissedEligibleCheck {
        mustPay = List.copyOf(mustPay);
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Verdict examine(PupilRecord pupil, Moment moment) {
        Eligibility known = pupil.eligibility();
        if (known == null) {
            return Verdict.unknown();
        }
        if (!known.validBasis() || !pupil.inSchool()) {
            return Verdict.clear();
        }
        boolean ofAnEarlierSemester = known.semester().compareTo(moment.semester()) < 0;
        if (ofAnEarlierSemester && !moment.openingIsOver()) {
            return Verdict.unknown();
        }
        Semester wanted = ofAnEarlierSemester ? moment.semester() : known.semester();
        List<Reason> missing = mustPay.stream()
                .filter(due -> due.isDueTo(pupil, moment.today()))
                .filter(due -> pupil.awards().stream()
                        .noneMatch(a -> a.aidsIn(wanted) && a.programme().equals(due.programme())))
                .map(MissedEligibleCheck::reason)
                .toList();
        if (missing.isEmpty()) {
            return Verdict.clear();
        }
        return known.identified() && known.fresh() ? Verdict.waiting() : Verdict.hit(missing);
    }

    private static Reason reason(MustPay due) {
        return new Reason(
                CODE + "." + due.programme(),
                "困难依据今日有效、在籍在校，应享受" + due.nameZh() + "而未获资助",
                "Hardship is proven and the pupil is in school, but " + due.nameEn() + " is not granted",
                due.legalBasis());
    }
}
