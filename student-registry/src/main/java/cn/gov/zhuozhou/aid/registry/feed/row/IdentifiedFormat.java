package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.Level;
import cn.gov.zhuozhou.aid.registry.identity.StudentNumber;
import java.util.List;
import java.util.Optional;

/** Last semester's list of identified pupils. */
final class IdentifiedFormat implements RowFormat {
    private static final Column STUDENT_NUMBER = Column.required("全国学籍号", "学籍号");
    private static final Column NAME = Column.required("姓名", "学生姓名");
    private static final Column SCHOOL_CODE = Column.optional("学校标识码", "学校代码");
    private static final Column LEVEL = Column.required("认定等级", "认定档次", "困难等级", "档次");
    private static final Column BASIS = Column.required("认定依据", "困难类型", "依据");
    private static final Columns COLUMNS = Columns.of(STUDENT_NUMBER, NAME, SCHOOL_CODE, LEVEL, BASIS);

    @Override
    public TableLayout layout() {
        return COLUMNS.layout();
    }

    @Override
    public List<CodeTable<?>> codes() {
        return List.of(Codes.LEVEL, Codes.BASIS);
    }

    @Override
    public RowReading read(Row row, Wording wording) {
        Cells cells = new Cells(row, COLUMNS, wording);
        StudentNumber studentNumber = cells.studentNumber(STUDENT_NUMBER);
        String name = cells.name(NAME);
        Level level = cells.code(LEVEL, Codes.LEVEL);
        List<Category> categories = categories(cells);
        return cells.refused()
                ? cells.asRefused()
                : cells.accepted(
                        new IdentifiedRow(studentNumber, name, cells.textOrNull(SCHOOL_CODE), level, categories));
    }

    /** One known basis is enough to go on with. */
    private static List<Category> categories(Cells cells) {
        List<Optional<Category>> found = cells.words(Codes.BASIS).findAll(cells.raw(BASIS), Codes.BETWEEN);
        List<Category> known = found.stream().flatMap(Optional::stream).toList();
        if (found.isEmpty()) {
            cells.refuse(RowCode.VALUE_MISSING, BASIS);
        } else if (known.isEmpty()) {
            cells.refuse(RowCode.VALUE_UNKNOWN, BASIS);
        } else if (known.size() < found.size()) {
            cells.remark(RowCode.VALUE_IGNORED, BASIS);
        }
        return known;
    }
}
