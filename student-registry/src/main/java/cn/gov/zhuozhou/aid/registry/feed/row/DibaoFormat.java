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

/** Subsistence allowance (低保): granted to households, one row for each member, the head included. */
final class DibaoFormat implements RowFormat {
    private static final Column CERTIFICATE = Column.required("低保证号", "低保证编号", "保障证号", "证号");
    private static final Column AREA = Column.required("城乡类别", "城乡", "保障类别", "低保类别");
    private static final Column TOWN = Column.required("乡镇街道", "乡镇", "街道", "乡镇(街道)");
    private static final Column VILLAGE = Column.optional("村居", "村", "行政村", "村(居)", "社区", "村委会");
    private static final Column HEAD_NAME = Column.required("户主姓名", "户主");
    private static final Column HEAD_IDENTITY = Column.required("户主身份证号", "户主身份证号码", "户主证件号码");
    private static final Column MEMBER_NAME = Column.required("成员姓名", "姓名", "家庭成员姓名", "保障对象姓名");
    private static final Column MEMBER_IDENTITY = Column.required("成员身份证号", "身份证号", "身份证号码", "成员身份证号码", "成员证件号码");
    private static final Column RELATION = Column.required("与户主关系", "家庭关系", "关系");
    private static final Column START = Column.optional("起始保障年月", "起始年月", "保障起始年月", "享受年月");
    private static final Column AMOUNT = Column.optional("月保障金额", "保障金额", "月保障金", "金额");
    private static final Columns COLUMNS = Columns.of(
            CERTIFICATE,
            AREA,
            TOWN,
            VILLAGE,
            HEAD_NAME,
            HEAD_IDENTITY,
            MEMBER_NAME,
            MEMBER_IDENTITY,
            RELATION,
            START,
            AMOUNT);

    @Override
    public TableLayout layout() {
        return COLUMNS.layout();
    }

    @Override
    public List<CodeTable<?>> codes() {
        return List.of(Codes.AREA, Codes.RELATION);
    }

    @Override
    public RowReading read(Row row, Wording wording) {
        Cells cells = new Cells(row, COLUMNS, wording);
        String certificate = cells.requiredText(CERTIFICATE);
        Area area = cells.code(AREA, Codes.AREA);
        String memberName = cells.name(MEMBER_NAME);
        IdentityNumber member = cells.identity(MEMBER_IDENTITY);
        IdentityNumber head = cells.identityOrNull(HEAD_IDENTITY, RowCode.HEAD_UNKNOWN);
        Relation relation = cells.codeOr(RELATION, Codes.RELATION, Relation.UNKNOWN);
        if (cells.refused()) {
            return cells.asRefused(certificate, head, relation.maybeChild(), memberName, MEMBER_IDENTITY);
        }
        return cells.accepted(new RegisterRow(
                FeedSource.CIVIL_AFFAIRS_DIBAO,
                area == Area.RURAL ? Category.DIBAO_R : Category.DIBAO_U,
                Standing.CURRENT,
                certificate,
                area,
                cells.textOrNull(TOWN),
                cells.textOrNull(VILLAGE),
                cells.nameOrNull(HEAD_NAME),
                head,
                memberName,
                member,
                relation,
                cells.orIgnored(START, Plain.month(cells.text(START))).orElse(null),
                cells.orIgnored(AMOUNT, Plain.fen(cells.text(AMOUNT))).orElse(null),
                Collections.emptySortedMap()));
    }
}
