package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import java.util.List;
import java.util.Map;

/** How the rows of a source are written. Immutable, for use by many at once. */
public sealed interface RowFormat
        permits SchoolFormat,
                EnrolmentFormat,
                IdentifiedFormat,
                DibaoFormat,
                TekunFormat,
                OrphanFormat,
                PovertyFormat,
                DisabledFormat {
    TableLayout layout();

    /** The code sets whose words may differ from provider to provider. */
    List<CodeTable<?>> codes();

    /** Reads a row whose cells stand in the layout's order. */
    RowReading read(Row row, Wording wording);

    /** A row from values by column name, as a message carries them; absent ones are empty. */
    default Row row(Map<String, String> values) {
        List<String> cells = layout().columns().stream()
                .map(column -> values.getOrDefault(column.name(), ""))
                .toList();
        return new Row(0, cells, false);
    }

    static RowFormat of(FeedSource source) {
        return switch (source) {
            case SCHOOLS -> new SchoolFormat();
            case ENROLMENT -> new EnrolmentFormat();
            case IDENTIFIED -> new IdentifiedFormat();
            case CIVIL_AFFAIRS_DIBAO -> new DibaoFormat();
            case CIVIL_AFFAIRS_TEKUN -> new TekunFormat();
            case CIVIL_AFFAIRS_ORPHAN -> new OrphanFormat();
            case POVERTY_OFFICE_REGISTERED -> new PovertyFormat();
            case DISABLED_FEDERATION -> new DisabledFormat();
        };
    }
}
