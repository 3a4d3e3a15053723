package cn.gov.zhuozhou.aid.disbursement.policy;

import static cn.gov.zhuozhou.aid.disbursement.policy.SheetColumn.date;
import static cn.gov.zhuozhou.aid.disbursement.policy.SheetColumn.list;
import static cn.gov.zhuozhou.aid.disbursement.policy.SheetColumn.number;
import static cn.gov.zhuozhou.aid.disbursement.policy.SheetColumn.percent;
import static cn.gov.zhuozhou.aid.disbursement.policy.SheetColumn.text;
import static cn.gov.zhuozhou.aid.disbursement.policy.SheetColumn.word;
import static cn.gov.zhuozhou.aid.disbursement.policy.SheetColumn.yesNo;
import static cn.gov.zhuozhou.aid.disbursement.policy.SheetColumn.yuan;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiConsumer;

/** The sheets of a policy workbook. */
enum PolicySheet {
    PROGRAMMES(
            RowKind.PROGRAMME,
            "资助项目",
            text("项目编码", "code"),
            text("项目名称", "nameZh"),
            text("英文名称", "nameEn"),
            word("资助形式", "form", Words.FORMS),
            word("支付方", "payer", Words.PAYERS),
            list("免除费用", "waives", Words.FEES),
            text("起始学期", "effectiveFrom"),
            text("终止学期", "effectiveTo"),
            text("文件", "document"),
            text("备注", "note")),
    RATES(
            RowKind.RATE,
            "标准",
            text("项目编码", "programme"),
            text("档次", "rateKey"),
            yuan("金额（元）", "amountFen"),
            word("计算周期", "period", Words.PERIODS),
            text("起始学期", "effectiveFrom"),
            text("终止学期", "effectiveTo"),
            word("制定层级", "scope", Words.RATE_SCOPES),
            text("文件", "document")),
    RULES(
            RowKind.RULE,
            "条件",
            text("项目编码", "programme"),
            number("次序", "rank"),
            text("起始学期", "effectiveFrom"),
            text("终止学期", "effectiveTo"),
            list("学段", "stages", Words.STAGES),
            yesNo("寄宿", "boarding"),
            number("最低年级", "minGrade"),
            number("最高年级", "maxGrade"),
            list("困难档次", "levels", Words.LEVELS),
            word("适用范围", "scope", Words.REACHES),
            list("类别", "categories", Words.NONE),
            list("学校所在乡镇", "schoolTowns", Words.NONE),
            list("学校城乡类别", "schoolAreas", Words.AREAS),
            list("办学性质", "schoolKinds", Words.SCHOOL_KINDS),
            list("学校类型", "schoolNatures", Words.SCHOOL_NATURES),
            list("家庭城乡类别", "householdAreas", Words.AREAS),
            list("专业", "majors", Words.NONE),
            text("档次", "rateKey"),
            text("理由编码", "reasonCode"),
            text("理由", "reasonZh"),
            text("英文理由", "reasonEn"),
            text("文件", "document")),
    COMBINATIONS(
            RowKind.COMBINATION,
            "组合规则",
            text("规则编码", "code"),
            word("种类", "kind", Words.COMBINATION_KINDS),
            text("保留项目", "kept"),
            text("取消项目", "dropped"),
            list("类别", "categories", Words.NONE),
            word("结论", "verdict", Words.VERDICTS),
            yesNo("启用", "enabled"),
            text("说明", "textZh"),
            text("英文说明", "textEn"),
            text("文件", "document")),
    SHARES(
            RowKind.SHARE,
            "分担比例",
            text("项目编码", "programme"),
            text("起始学期", "effectiveFrom"),
            word("资金来源", "fundSource", Words.FUND_SOURCES),
            percent("比例（%）", "basisPoints"),
            text("文件", "document")),
    DOCUMENTS(
            RowKind.DOCUMENT,
            "文件",
            text("文件编码", "code"),
            text("文件名称", "titleZh"),
            text("英文名称", "titleEn"),
            date("印发日期", "issuedOn"),
            word("来源", "provenance", Words.PROVENANCES));

    private final RowKind kind;
    private final String title;
    private final List<SheetColumn> columns;

    PolicySheet(RowKind kind, String title, SheetColumn... columns) {
        this.kind = kind;
        this.title = title;
        this.columns = List.of(columns);
    }

    RowKind kind() {
        return kind;
    }

    String title() {
        return title;
    }

    /** The column a property of a row stands in. */
    String title(String property) {
        return columns.stream()
                .filter(c -> c.property().equals(property))
                .map(SheetColumn::title)
                .findFirst()
                .orElse(property);
    }

    List<String> header() {
        return columns.stream().map(SheetColumn::title).toList();
    }

    TableLayout layout() {
        return new TableLayout(
                columns.stream().map(c -> Column.required(c.title())).toList(), firstCell -> false);
    }

    List<Object> cells(JsonNode row) {
        return columns.stream().map(column -> column.cell(row)).toList();
    }

    void forEachCell(Row row, BiConsumer<SheetColumn, String> reader) {
        for (int i = 0; i < columns.size(); i++) {
            reader.accept(columns.get(i), row.cell(i));
        }
    }
}
