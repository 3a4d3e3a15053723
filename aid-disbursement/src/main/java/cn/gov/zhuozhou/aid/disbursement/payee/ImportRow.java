package cn.gov.zhuozhou.aid.disbursement.payee;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** A row of a file of accounts, as it stands there. */
record ImportRow(
        String student, String studentName, String holderName, String holderNumber, String bank, String account) {
    static final List<String> HEADERS = List.of("学籍号", "学生姓名", "持卡人姓名", "持卡人证件号码", "开户银行", "银行账号");

    static final TableLayout LAYOUT = new TableLayout(
            List.of(
                    Column.required("学籍号", "全国学籍号", "学生标识"),
                    Column.optional("学生姓名", "姓名"),
                    Column.required("持卡人姓名", "户名", "持卡人"),
                    Column.required("持卡人证件号码", "持卡人身份证号", "持卡人身份证件号"),
                    Column.required("开户银行", "银行代码", "开户行"),
                    Column.required("银行账号", "卡号", "账号", "银行卡号")),
            first -> first.strip().startsWith("合计"));

    private static final Pattern IDENTITY_NUMBER = Pattern.compile(PayeeResource.IDENTITY_NUMBER);

    static ImportRow of(Row row) {
        return new ImportRow(
                row.cell(0).strip(),
                row.cell(1).strip(),
                plain(row.cell(2)),
                number(row.cell(3)),
                row.cell(4).strip(),
                row.cell(5));
    }

    List<String> cells() {
        return List.of(student, studentName, holderName, holderNumber, bank, account);
    }

    static ImportRow of(List<String> cells) {
        return new ImportRow(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5));
    }

    boolean complete() {
        return !student.isEmpty() && !holderName.isEmpty() && !bank.isEmpty() && !account.isBlank();
    }

    boolean holderNumberFormed() {
        return IDENTITY_NUMBER.matcher(holderNumber).matches();
    }

    /** The question the registry is asked; a pupil goes by his student number or by the id lists show. */
    Holder.Asked asked() {
        try {
            return new Holder.Asked(UUID.fromString(student), null, holderName, holderNumber);
        } catch (IllegalArgumentException e) {
            return new Holder.Asked(null, student, holderName, holderNumber);
        }
    }

    private static String plain(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
    }

    private static String number(String cell) {
        return plain(cell).replaceAll("[\\s'-]", "").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "a row of a file of accounts";
    }
}
