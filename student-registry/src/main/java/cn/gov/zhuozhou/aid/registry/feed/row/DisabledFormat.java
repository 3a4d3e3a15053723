package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.Evidence.Standing;
import cn.gov.zhuozhou.aid.registry.identity.DisabilityCertificate;
import java.util.List;
import java.util.Map;

/** Holders of a disability certificate; the certificate's number holds the person's. */
final class DisabledFormat implements RowFormat {
    private static final Column CERTIFICATE = Column.required("残疾人证号", "残疾证号", "证号", "残疾人证号码");
    private static final Column NAME = Column.required("姓名");
    private static final Column TYPE = Column.optional("残疾类别", "残疾类型");
    private static final Column GRADE = Column.optional("残疾等级", "等级");
    private static final Column TOWN = Column.required("乡镇街道", "乡镇", "街道", "乡镇(街道)");
    private static final Column VILLAGE = Column.optional("村居", "村", "行政村", "村(居)委会", "社区");
    private static final Column STATE = Column.required("证件状态", "状态", "证件情况");
    private static final Columns COLUMNS = Columns.of(CERTIFICATE, NAME, TYPE, GRADE, TOWN, VILLAGE, STATE);

    @Override
    public TableLayout layout() {
        return COLUMNS.layout();
    }

    @Override
    public List<CodeTable<?>> codes() {
        return List.of(Codes.DISABILITY, Codes.DISABILITY_GRADE, Codes.CERTIFICATE);
    }

    @Override
    public RowReading read(Row row, Wording wording) {
        Cells cells = new Cells(row, COLUMNS, wording);
        String name = cells.name(NAME);
        DisabilityCertificate certificate = certificate(cells);
        if (cells.refused()) {
            return cells.asRefused();
        }
        if (cells.codeOr(TYPE, Codes.DISABILITY, certificate.type()) != certificate.type()) {
            cells.remark(RowCode.DIFFERS_FROM_NUMBER, TYPE);
        }
        if (cells.codeOr(GRADE, Codes.DISABILITY_GRADE, certificate.grade()) != certificate.grade()) {
            cells.remark(RowCode.DIFFERS_FROM_NUMBER, GRADE);
        }
        return cells.accepted(new RegisterRow(
                FeedSource.DISABLED_FEDERATION,
                Category.DISABLED_STU,
                cells.codeOr(STATE, Codes.CERTIFICATE, Standing.CURRENT),
                "",
                null,
                cells.textOrNull(TOWN),
                cells.textOrNull(VILLAGE),
                null,
                null,
                name,
                certificate.holder(),
                Relation.HEAD,
                null,
                null,
                RegisterRow.filled(Map.of(
                        "disabilityType", certificate.type().name(),
                        "disabilityGrade", String.valueOf(certificate.grade())))));
    }

    private static DisabilityCertificate certificate(Cells cells) {
        return switch (DisabilityCertificate.read(cells.raw(CERTIFICATE))) {
            case DisabilityCertificate.Reading.Valid valid -> valid.certificate();
            case DisabilityCertificate.Reading.Refused refused -> {
                cells.refuse(RowCode.of(refused.fault()), CERTIFICATE);
                yield null;
            }
        };
    }
}
