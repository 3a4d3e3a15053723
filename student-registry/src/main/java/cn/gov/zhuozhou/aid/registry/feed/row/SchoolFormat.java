package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import cn.gov.zhuozhou.aid.registry.feed.row.SchoolRow.SchoolNature;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import java.util.List;
import java.util.Optional;

/** List of the county's schools. */
final class SchoolFormat implements RowFormat {
    private static final Column CODE = Column.required("学校标识码", "学校代码", "标识码");
    private static final Column NAME = Column.required("学校名称", "学校");
    private static final Column STAGE = Column.required("学段", "办学类型", "学校类别");
    private static final Column TOWN = Column.required("所属乡镇街道", "乡镇街道", "所在乡镇", "乡镇");
    private static final Column KIND = Column.optional("办学性质", "举办者类型", "办学主体", "举办者", "公办民办");
    private static final Column NATURE = Column.optional("学校办学类型", "办学形式", "机构类型");
    private static final Column CENTRAL = Column.optional("是否中心校", "中心校");
    private static final Column CENTRAL_SCHOOL = Column.optional("所属中心校标识码", "中心校标识码", "中心校代码", "所属中心校");
    private static final Columns COLUMNS = Columns.of(CODE, NAME, STAGE, TOWN, KIND, NATURE, CENTRAL, CENTRAL_SCHOOL);

    @Override
    public TableLayout layout() {
        return COLUMNS.layout();
    }

    @Override
    public List<CodeTable<?>> codes() {
        return List.of(Codes.STAGE, Codes.SEVERAL_STAGES, Codes.SCHOOL_KIND, Codes.SCHOOL_NATURE, Codes.YES_NO);
    }

    @Override
    public RowReading read(Row row, Wording wording) {
        Cells cells = new Cells(row, COLUMNS, wording);
        String code = cells.requiredText(CODE);
        String name = cells.requiredText(NAME);
        List<Stage> stages = stages(cells);
        String town = cells.requiredText(TOWN);
        SchoolNature nature = cells.codeOr(NATURE, Codes.SCHOOL_NATURE, null);
        Boolean central =
                cells.codeOr(CENTRAL, Codes.YES_NO, nature == SchoolNature.CENTRAL_SCHOOL ? Boolean.TRUE : null);
        return cells.refused()
                ? cells.asRefused()
                : cells.accepted(new SchoolRow(
                        code,
                        name,
                        stages,
                        town,
                        cells.codeOr(KIND, Codes.SCHOOL_KIND, null),
                        nature,
                        central,
                        cells.textOrNull(CENTRAL_SCHOOL)));
    }

    /** One word for several stages, or several words in one cell. */
    private static List<Stage> stages(Cells cells) {
        String raw = cells.raw(STAGE);
        List<Stage> known = cells.words(Codes.SEVERAL_STAGES)
                .find(raw)
                .map(StageSpan::stages)
                .orElseGet(() -> cells.words(Codes.STAGE).findAll(raw, Codes.BETWEEN).stream()
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList());
        if (known.isEmpty()) {
            cells.refuse(raw.isBlank() ? RowCode.VALUE_MISSING : RowCode.VALUE_UNKNOWN, STAGE);
        }
        return known;
    }
}
