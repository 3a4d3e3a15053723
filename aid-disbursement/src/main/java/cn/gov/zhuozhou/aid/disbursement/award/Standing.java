package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.pupil.Place;
import java.util.Optional;

/**
 * Whether a pupil's awards may go on, have to wait or end, before policy is asked what they are.
 *
 * @param reason null where they go on
 */
record Standing(Kind kind, Reason reason) {
    /** GOES_ON: awards follow policy; WAITS: nothing is paid until it is decided; ENDS: no award. */
    enum Kind {
        GOES_ON,
        WAITS,
        ENDS
    }

    private static final String REVIEW_AND_NOTICE = "冀财教〔2018〕50号；涿教字〔2018〕41号";
    private static final Standing GOES_ON = new Standing(Kind.GOES_ON, null);
    private static final Standing LEFT = ends("PUPIL_LEFT", "学生已离校（转出、离校或毕业）", "The pupil has left the school");
    private static final Standing NOT_IDENTIFIED =
            ends("NOT_IDENTIFIED", "不再是家庭经济困难学生（认定已生效的结果）", "No identification of the pupil is in force");
    private static final Standing AWAY = waits("PUPIL_AWAY", "学生休学，不在校", "The pupil is away from school for a time");
    private static final Standing REMOVAL = waits(
            "REMOVAL_PENDING",
            "拟退出，待审核和公示后生效",
            "A removal is proposed; it takes effect after review and public notice");
    private static final Standing UNPROVEN =
            waits("BASIS_UNPROVEN", "认定依据当前无效，待核实", "The basis is not valid today; a person has to decide");

    static Standing of(Eligibility ruling, Place place, Optional<WrongAward> wrong) {
        if (place.left()) {
            return LEFT;
        }
        return place.away() && ruling.identified() && wrong.isEmpty() ? AWAY : ofRuling(ruling, wrong);
    }

    /** Wherever the pupil is. */
    static Standing ofRuling(Eligibility ruling, Optional<WrongAward> wrong) {
        if (!ruling.identified()) {
            return NOT_IDENTIFIED;
        }
        if (wrong.isPresent()) {
            return new Standing(Kind.WAITS, wrong.get().reason());
        }
        if (ruling.removalPending()) {
            return REMOVAL;
        }
        return !ruling.validBasis() && ruling.pending() ? UNPROVEN : GOES_ON;
    }

    /** A confirmed false statement ends all aid of the semester, whatever the ruling says. */
    static Standing recovered(Reason why) {
        return new Standing(Kind.ENDS, why);
    }

    private static Standing waits(String code, String zh, String en) {
        return new Standing(Kind.WAITS, new Reason(code, zh, en, REVIEW_AND_NOTICE));
    }

    private static Standing ends(String code, String zh, String en) {
        return new Standing(Kind.ENDS, new Reason(code, zh, en, REVIEW_AND_NOTICE));
    }
}
