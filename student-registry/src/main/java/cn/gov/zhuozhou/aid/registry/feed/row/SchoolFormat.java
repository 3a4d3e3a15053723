package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import java.util.List;

/** List of the county's schools. */
final class SchoolFormat implements RowFormat {
    private static final Column CODE = Column.required("学校标识码", "学校代码", "标识码");
    private static final Column NAME = Column.required("学校名称", "学校");
    private static final Column STAGE = Column.required("学段", "办学类型", "学校类别");
    private static final Column TOWN = Column.required("所属乡镇街道", "乡镇街道", "所在乡镇", "乡镇");
    private static final Columns COLUMNS = Columns.of(CODE, NAME, STAGE, TOWN);

    @Override
    public TableLayout layout() {
        return COLUMNS.layout();
    }

    @Override
    public List<CodeTable<?>> codes() {
        return List.of(Codes.STAGE);
    }

    @Override
    public RowReading read(Row row, Wording wording) {
        Cells cells = new Cells(row, COLUMNS, wording);
        String code = cells.requiredText(CODE);
        String name = cells.requiredText(NAME);
        Stage stage = cells.code(STAGE, Codes.STAGE);
        String town = cells.requiredText(TOWN);
        return cells.refused() ? cells.asRefused() : cells.accepted(new SchoolRow(code, name, stage, town));
    }
}
