package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

/** A question asked of every pupil. */
public interface PupilCheck {
    /** The code of the check in the ledger. */
    String code();

    Verdict examine(PupilRecord pupil, Moment moment);
}
