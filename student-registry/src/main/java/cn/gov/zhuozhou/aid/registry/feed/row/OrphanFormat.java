package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.Evidence.Standing;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import java.util.Collections;
import java.util.List;

/** Child welfare: orphans (孤儿) and children nobody looks after (事实无人抚养儿童), granted to the child. */
final class OrphanFormat implements RowFormat {
    private static final Column CERTIFICATE = Column.optional("儿童福利证号", "福利证号", "儿童福利证编号", "证号");
    private static final Column KIND = Column.required("儿童类别", "保障类别", "类别", "人员类别");
    private static final Column AREA = Column.optional("城乡类别", "城乡");
    private static final Column TOWN = Column.required("乡镇街道", "乡镇", "街道", "乡镇(街道)");
    private static final Column VILLAGE = Column.optional("村居", "村", "行政村", "村(居)", "社区");
    private static final Column NAME = Column.required("姓名", "儿童姓名");
    private static final Column IDENTITY = Column.required("身份证号", "身份证号码", "儿童身份证号", "证件号码");
    /** Kept with the sealed row only: who looks after the child is not the head of his household. */
    private static final Column CARER = Column.optional("抚养人姓名", "监护人姓名", "监护人", "实际抚养人");

    private static final Column START = Column.optional("起始保障年月", "起始年月", "保障起始年月", "享受年月");
    private static final Column AMOUNT = Column.optional("月基本生活费", "基本生活费", "月保障金额", "保障金额", "金额");
    private static final Columns COLUMNS =
            Columns.of(CERTIFICATE, KIND, AREA, TOWN, VILLAGE, NAME, IDENTITY, CARER, START, AMOUNT);

    @Override
    public TableLayout layout() {
        return COLUMNS.layout();
    }

    @Override
    public List<CodeTable<?>> codes() {
        return List.of(Codes.CHILD_KIND, Codes.AREA);
    }

    @Override
    public RowReading read(Row row, Wording wording) {
        Cells cells = new Cells(row, COLUMNS, wording);
        String certificate = cells.text(CERTIFICATE);
        Category kind = cells.code(KIND, Codes.CHILD_KIND);
        String name = cells.name(NAME);
        IdentityNumber identity = cells.identity(IDENTITY);
        if (cells.refused()) {
            return cells.asRefused(certificate, null, true, name, IDENTITY);
        }
        return cells.accepted(new RegisterRow(
                FeedSource.CIVIL_AFFAIRS_ORPHAN,
                kind,
                Standing.CURRENT,
                certificate,
                cells.codeOr(AREA, Codes.AREA, null),
                cells.textOrNull(TOWN),
                cells.textOrNull(VILLAGE),
                null,
                null,
                name,
                identity,
                Relation.HEAD,
                cells.orIgnored(START, Plain.month(cells.text(START))).orElse(null),
                cells.orIgnored(AMOUNT, Plain.fen(cells.text(AMOUNT))).orElse(null),
                Collections.emptySortedMap()));
    }
}
