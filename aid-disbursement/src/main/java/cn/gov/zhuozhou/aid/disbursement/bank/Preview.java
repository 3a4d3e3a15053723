package cn.gov.zhuozhou.aid.disbursement.bank;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a layout makes of an invented order. */
final class Preview {
    private static final PayingUnit UNIT =
            new PayingUnit("preview", "示例学生资助中心", "100000000000000001", "100000000000", "示例银行", "示例协议");
    private static final List<PaymentLine> LINES = List.of(
            new PaymentLine(1, "E2E0001", "张三", "6200000000000000001", "", "", 62_500, "示例项目 2019年春季", "T1"),
            new PaymentLine(
                    2,
                    "E2E0002",
                    "阿依古丽",
                    "6200000000000000002",
                    "100000000001",
                    "示例银行二",
                    125_001,
                    "示例项目 2019年春季",
                    "T2"));
    private static final PaymentOrder ORDER = new PaymentOrder(
            new UUID(0, 0), 1, UNIT, LocalDate.of(2019, 4, 25), Instant.EPOCH, "示例项目 2019年春季", 2, 187_501);

    private Preview() {}

    static byte[] of(PaymentLayout layout) throws IOException {
        var out = new ByteArrayOutputStream();
        PaymentFile.write(
                layout,
                ORDER,
                taker -> {
                    for (PaymentLine line : LINES) {
                        taker.take(line);
                    }
                },
                out);
        return out.toByteArray();
    }
}
