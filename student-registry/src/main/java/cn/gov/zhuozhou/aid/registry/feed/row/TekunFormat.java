package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import cn.gov.zhuozhou.aid.registry.feed.row.RegisterRow.Area;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.Evidence.Standing;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import java.util.Collections;
import java.util.List;

/** Extreme-poverty support (特困): granted to persons. */
final class TekunFormat implements RowFormat {
    private static final Column CERTIFICATE = Column.required("特困证号", "供养证号", "特困供养证号", "证号");
    private static final Column AREA = Column.required("城乡类别", "城乡", "特困类别");
    private static final Column TOWN = Column.required("乡镇街道", "乡镇", "街道", "乡镇(街道)");
    private static final Column VILLAGE = Column.optional("村居", "村", "行政村", "村(居)", "社区");
    private static final Column NAME = Column.required("姓名", "成员姓名", "特困人员姓名");
    private static final Column IDENTITY = Column.required("身份证号", "身份证号码", "成员身份证号", "证件号码");
    private static final Column START = Column.optional("起始供养年月", "起始年月", "起始保障年月");
    private static final Column AMOUNT = Column.optional("月供养金额", "供养金额", "月保障金额", "金额");
    private static final Columns COLUMNS = Columns.of(CERTIFICATE, AREA, TOWN, VILLAGE, NAME, IDENTITY, START, AMOUNT);

    @Override
    public TableLayout layout() {
        return COLUMNS.layout();
    }

    @Override
    public List<CodeTable<?>> codes() {
        return List.of(Codes.AREA);
    }

    @Override
    public RowReading read(Row row, Wording wording) {
        Cells cells = new Cells(row, COLUMNS, wording);
        String certificate = cells.requiredText(CERTIFICATE);
        Area area = cells.code(AREA, Codes.AREA);
        String name = cells.name(NAME);
        IdentityNumber identity = cells.identity(IDENTITY);
        if (cells.refused()) {
            return cells.asRefused(certificate, null, true, name, IDENTITY);
        }
        return cells.accepted(new RegisterRow(
                FeedSource.CIVIL_AFFAIRS_TEKUN,
                area == Area.RURAL ? Category.TEKUN_R : Category.TEKUN_U,
                Standing.CURRENT,
                certificate,
                area,
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
