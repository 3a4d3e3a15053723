package cn.gov.zhuozhou.aid.disbursement.bank;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Amounts as banks write them. */
enum Money {
    YUAN {
        @Override
        BigDecimal of(long fen) {
            return BigDecimal.valueOf(fen, 2);
        }

        @Override
        long fen(BigDecimal written) {
            return written.movePointRight(2).longValueExact();
        }
    },
    FEN {
        @Override
        BigDecimal of(long fen) {
            return BigDecimal.valueOf(fen);
        }

        @Override
        long fen(BigDecimal written) {
            return written.longValueExact();
        }
    };

    private static final Pattern DECORATION = Pattern.compile("[,，\\s¥￥元]");
    private static final int LONGEST = 20;

    abstract BigDecimal of(long fen);

    abstract long fen(BigDecimal written);

    /** Fen; an {@link ArithmeticException} or {@link NumberFormatException} where it is no amount to the fen. */
    long read(String text) {
        String plain = DECORATION.matcher(text).replaceAll("");
        if (plain.length() > LONGEST) {
            throw new NumberFormatException("too long for an amount");
        }
        return fen(new BigDecimal(plain));
    }
}
