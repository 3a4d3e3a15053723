package cn.gov.zhuozhou.aid.accountability.retention;

/** Cases of dropout control, each kind with its own time. */
enum AbsenceKind {
    ABSENCE_ENDED,
    /** Nobody has done anything about it for as long. */
    ABSENCE_NOT_ENDED
}
