package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.disbursement.bank.PaymentLayout.Cell;
import cn.gov.zhuozhou.aid.disbursement.bank.PaymentLayout.Form;
import cn.gov.zhuozhou.aid.disbursement.bank.UnwritableLines.Fault;
import cn.gov.zhuozhou.aid.disbursement.bank.UnwritableLines.Why;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;

/** Values as a layout's cells, with what cannot be written gathered. */
final class CellTexts {
    private static final int MOST_FAULTS = 100;
    private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private final PaymentLayout layout;
    private final Charset charset;
    private final CharsetEncoder encoder;
    private final List<Fault> faults = new ArrayList<>();

    CellTexts(PaymentLayout layout) {
        this.layout = layout;
        charset = Charset.forName(layout.charset());
        encoder = charset.newEncoder();
    }

    List<Object> of(List<Cell> cells, Fields fields) {
        int sequence = fields.line() == null ? 0 : fields.line().sequence();
        List<Object> row = new ArrayList<>(cells.size());
        for (Cell cell : cells) {
            row.add(written(cell, fields.value(cell), sequence));
        }
        return row;
    }

    void orThrow() {
        if (!faults.isEmpty()) {
            throw new UnwritableLines(faults);
        }
    }

    private Object written(Cell cell, Object value, int sequence) {
        if (layout.form() == Form.XLSX && value instanceof Number) {
            return value;
        }
        String text = value instanceof BigDecimal amount ? amount.toPlainString() : value.toString();
        Why fault = fault(cell, text);
        if (fault != null && faults.size() < MOST_FAULTS) {
            faults.add(new Fault(sequence, cell.field(), fault));
        }
        return layout.form() == Form.FIXED && fault == null ? padded(cell, text) : text;
    }

    private Why fault(Cell cell, String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            return Why.HAS_CONTROL_CHARACTER;
        }
        if (!encoder.canEncode(text)) {
            return Why.NOT_IN_CHARSET;
        }
        boolean sheet = layout.form() == Form.DELIMITED || layout.form() == Form.XLSX;
        if (sheet && !cell.field().isNumber() && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
            return Why.LOOKS_LIKE_A_FORMULA;
        }
        if (layout.form() == Form.DELIMITED && (text.contains(layout.separator()) || text.indexOf('"') >= 0)) {
            return Why.HAS_SEPARATOR;
        }
        return cell.width() != null && bytes(text) > cell.width() ? Why.TOO_LONG : null;
    }

    private String padded(Cell cell, String text) {
        String padding = String.valueOf(cell.padding()).repeat(cell.width() - bytes(text));
        return cell.align() == PaymentLayout.Align.RIGHT ? padding + text : text + padding;
    }

    private int bytes(String text) {
        return text.getBytes(charset).length;
    }
}
