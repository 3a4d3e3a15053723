package cn.gov.zhuozhou.aid.disbursement.pupil;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Circumstances;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolKind;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolNature;

/** What of a school policy looks at; null where the registry has not told it. */
public record School(String town, SchoolKind kind, SchoolNature nature) {
    public static final School UNKNOWN = new School(null, null, null);

    /** Of a pupil who learns here; the town is the one told with him, for a school may move. */
    public Circumstances circumstances(String townToldWithHim) {
        String known = townToldWithHim == null || townToldWithHim.isBlank() ? town : townToldWithHim;
        return new Circumstances(known, null, kind, nature, null, null);
    }
}
