package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.Evidence.Standing;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import java.util.List;
import java.util.Map;

/** Registered poor households (建档立卡), one row for each member, the head included. */
final class PovertyFormat implements RowFormat {
    private static final Column HOUSEHOLD = Column.required("户编号", "户号", "贫困户编号");
    private static final Column PERSON = Column.optional("人编号", "人口编号");
    private static final Column NAME = Column.required("姓名", "成员姓名");
    private static final Column IDENTITY = Column.required("证件号码", "身份证号", "身份证号码", "成员证件号码");
    private static final Column RELATION = Column.required("与户主关系", "关系");
    private static final Column HEAD_NAME = Column.required("户主姓名", "户主");
    private static final Column HEAD_IDENTITY = Column.required("户主证件号码", "户主身份证号", "户主身份证号码");
    private static final Column TOWN = Column.required("乡镇街道", "乡镇", "乡(镇)", "乡");
    private static final Column VILLAGE = Column.optional("行政村", "村", "村居");
    private static final Column STANDING = Column.required("脱贫属性", "脱贫状态");
    private static final Column EXIT_YEAR = Column.optional("脱贫年度", "脱贫年份");
    private static final Column SCHOOLING = Column.optional("在校生状况", "在校状况");
    private static final Columns COLUMNS = Columns.of(
            HOUSEHOLD,
            PERSON,
            NAME,
            IDENTITY,
            RELATION,
            HEAD_NAME,
            HEAD_IDENTITY,
            TOWN,
            VILLAGE,
            STANDING,
            EXIT_YEAR,
            SCHOOLING);

    @Override
    public TableLayout layout() {
        return COLUMNS.layout();
    }

    @Override
    public List<CodeTable<?>> codes() {
        return List.of(Codes.RELATION, Codes.POVERTY);
    }

    @Override
    public RowReading read(Row row, Wording wording) {
        Cells cells = new Cells(row, COLUMNS, wording);
        String household = cells.requiredText(HOUSEHOLD);
        String name = cells.name(NAME);
        IdentityNumber identity = cells.identity(IDENTITY);
        IdentityNumber head = cells.identityOrNull(HEAD_IDENTITY, RowCode.HEAD_UNKNOWN);
        Relation relation = cells.codeOr(RELATION, Codes.RELATION, Relation.UNKNOWN);
        if (cells.refused()) {
            return cells.asRefused(household, head, relation.maybeChild(), name, IDENTITY);
        }
        return cells.accepted(new RegisterRow(
                FeedSource.POVERTY_OFFICE_REGISTERED,
                Category.REG_POOR,
                cells.codeOr(STANDING, Codes.POVERTY, Standing.CURRENT),
                household,
                RegisterRow.Area.RURAL,
                cells.textOrNull(TOWN),
                cells.textOrNull(VILLAGE),
                cells.nameOrNull(HEAD_NAME),
                head,
                name,
                identity,
                relation,
                null,
                null,
                RegisterRow.filled(Map.of(
                        "personNo", cells.text(PERSON),
                        "exitYear", cells.text(EXIT_YEAR),
                        "schooling", cells.text(SCHOOLING)))));
    }
}
