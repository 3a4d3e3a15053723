package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.registry.feed.row.FeedSource;
import cn.gov.zhuozhou.aid.registry.feed.row.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A feed as the intake knows it. The code is part of the URL and stands in every row and piece of evidence. */
enum Feed {
    SCHOOLS("schools", FeedSource.SCHOOLS),
    ENROLMENT("enrolment", FeedSource.ENROLMENT),
    IDENTIFIED("identified", FeedSource.IDENTIFIED),
    DIBAO("civil-affairs-dibao", FeedSource.CIVIL_AFFAIRS_DIBAO),
    TEKUN("civil-affairs-tekun", FeedSource.CIVIL_AFFAIRS_TEKUN),
    ORPHAN("civil-affairs-orphan", FeedSource.CIVIL_AFFAIRS_ORPHAN),
    POVERTY_OFFICE("poverty-office-registered", FeedSource.POVERTY_OFFICE_REGISTERED),
    DISABLED_FEDERATION("disabled-federation", FeedSource.DISABLED_FEDERATION);

    private final String code;
    private final FeedSource rows;
    private final List<String> columns;

    Feed(String code, FeedSource rows) {
        this.code = code;
        this.rows = rows;
        this.columns = Wording.delivered(rows).layout().columns().stream()
                .map(Column::name)
                .toList();
    }

    String code() {
        return code;
    }

    FeedSource rows() {
        return rows;
    }

    /** The names of its columns, in the order rows are handed over. */
    List<String> columns() {
        return columns;
    }

    /** Whether a file of it may list what has changed instead of all there is. */
    boolean knowsChanges() {
        return this != SCHOOLS;
    }

    static Optional<Feed> of(String code) {
        return Stream.of(values()).filter(s -> s.code.equals(code)).findFirst();
    }
}
