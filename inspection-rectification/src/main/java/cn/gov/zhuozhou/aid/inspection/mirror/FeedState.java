package cn.gov.zhuozhou.aid.inspection.mirror;

/** Whether the newest data of a source is young enough to lean on. */
public enum FeedState {
    FRESH,
    STALE
}
