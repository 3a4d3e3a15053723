package cn.gov.zhuozhou.aid.registry.feed.row;

/** What became of a person, as a list of changes says it. */
public enum RowChange {
    GRANTED,
    CHANGED,
    ENDED
}
