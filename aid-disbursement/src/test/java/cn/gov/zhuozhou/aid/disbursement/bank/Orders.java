package cn.gov.zhuozhou.aid.disbursement.bank;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Made-up orders. */
final class Orders {
    static final PayingUnit UNIT =
            new PayingUnit("centre", "涿州市学生资助管理中心", "13001665508050000001", "105137810012", "中国建设银行涿州支行", "XY2019001");

    private Orders() {}

    static PaymentOrder order(int lines, long totalFen) {
        return new PaymentOrder(
                UUID.fromString("0190aaaa-bbbb-7ccc-8ddd-eeeeffff0001"),
                1,
                UNIT,
                LocalDate.of(2019, 4, 25),
                Instant.parse("2019-04-24T02:03:04.567Z"),
                "国家助学金 2019年春季",
                lines,
                totalFen);
    }

    static PaymentLine line(int sequence, String payee, long fen) {
        return new PaymentLine(
                sequence,
                "E2E%08d".formatted(sequence),
                payee,
                "621700%013d".formatted(sequence),
                "102137800011",
                "中国工商银行涿州支行",
                fen,
                "国家助学金 2019年春季",
                "T-%06d".formatted(sequence));
    }

    static PaymentLines lines(PaymentLine... lines) {
        return taker -> {
            for (PaymentLine line : List.of(lines)) {
                taker.take(line);
            }
        };
    }

    /** Any number of lines of 1000.01 yuan, none of which is kept. */
    static PaymentLines many(int count) {
        return taker -> {
            for (int i = 1; i <= count; i++) {
                taker.take(line(i, "学生" + i, 100_001));
            }
        };
    }
}
