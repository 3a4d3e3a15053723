package cn.gov.zhuozhou.aid.registry.feed.row;

/** A row that was accepted. */
public sealed interface FeedRow permits SchoolRow, EnrolmentRow, IdentifiedRow, RegisterRow {
    FeedSource source();

    /**
     * What must not come twice in one file: the person's number, or the school's code. The first accepted row counts, later ones
     * are duplicates. Personal data.
     */
    String key();
}
