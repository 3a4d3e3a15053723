package cn.gov.zhuozhou.aid.disbursement.ledger;

import cn.gov.zhuozhou.aid.chassis.tabular.SheetWriter;
import cn.gov.zhuozhou.aid.disbursement.ledger.Balances.Balance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** Balances as a workbook, in yuan. */
final class BalanceSheet {
    private static final List<String> HEADER =
            List.of("项目", "资金来源", "期初结余", "本期收入", "本期支付", "支付退回", "追回", "缴回国库", "期末结余", "其中已冻结");

    private BalanceSheet() {}

    static byte[] of(BookYear year, List<Balance> balances) {
        var out = new ByteArrayOutputStream();
        String name = year.basis() == BookYear.Basis.CALENDAR ? year.year() + "年" : year.year() + "学年";
        try (var sheet = new SheetWriter(out, name, HEADER)) {
            for (Balance b : balances) {
                sheet.row(List.of(
                        b.programme(),
                        b.source(),
                        yuan(b.openingFen()),
                        yuan(b.incomeFen()),
                        yuan(b.paidFen()),
                        yuan(b.cameBackFen()),
                        yuan(b.recoveredFen()),
                        yuan(b.treasuryReturnFen()),
                        yuan(b.closingFen()),
                        yuan(b.reservedFen())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }
}
