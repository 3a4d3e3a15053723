package cn.gov.zhuozhou.aid.inspection.mirror;

/** What is late about a pupil who studies elsewhere. */
public enum OutOfAreaOverdue {
    LETTER,
    REPLY
}
