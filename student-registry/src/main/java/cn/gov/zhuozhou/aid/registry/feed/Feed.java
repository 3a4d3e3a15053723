package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.registry.feed.row.FeedSource;
import cn.gov.zhuozhou.aid.registry.feed.row.RegisterRow;
import cn.gov.zhuozhou.aid.registry.feed.row.RowFormat;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
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
    /** Comes as messages only, in the form of the extreme-poverty register. */
    ORPHAN("civil-affairs-orphan", FeedSource.CIVIL_AFFAIRS_TEKUN),
    POVERTY_OFFICE("poverty-office-registered", FeedSource.POVERTY_OFFICE_REGISTERED),
    DISABLED_FEDERATION("disabled-federation", FeedSource.DISABLED_FEDERATION);

    private final String code;
    private final FeedSource rows;
    private final RowFormat format;

    Feed(String code, FeedSource rows) {
        this.code = code;
        this.rows = rows;
        this.format = RowFormat.of(rows);
    }

    String code() {
        return code;
    }

    FeedSource rows() {
        return rows;
    }

    RowFormat format() {
        return format;
    }

    List<String> columns() {
        return format.layout().columns().stream().map(Column::name).toList();
    }

    /** Orphans come in the form of another register, so the feed decides about their category. */
    Category categoryOf(RegisterRow row) {
        return this == ORPHAN ? Category.ORPHAN : row.category();
    }

    boolean comesAsFile() {
        return this != ORPHAN;
    }

    static Optional<Feed> of(String code) {
        return Stream.of(values()).filter(s -> s.code.equals(code)).findFirst();
    }
}
