package cn.gov.zhuozhou.aid.inspection.mirror;

/** Whether a central school still has to find out about a school-age person without a pupil record. */
public enum ReverseCheckState {
    OPEN,
    CLOSED
}
