package cn.gov.zhuozhou.aid.disbursement.reconciliation;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.document.Papers;
import cn.gov.zhuozhou.aid.disbursement.reconciliation.Reconciliation.Line;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The three-way proof as a page: awards, lines, bank and books, to the fen, with the hash of what it says. */
@ApplicationScoped
class ProofPapers {
    /** Differences beyond these are counted on the page, and listed in the system. */
    static final int SHOWN = 200;

    record Shown(int number, String side, String kind, String key, String ours, String theirs) {}

    record Proof(
            String title,
            String batch,
            String programme,
            String semester,
            int lines,
            String awards,
            String frozen,
            String linesTotal,
            String settledLines,
            String settledBank,
            String settledLedger,
            String returnedLines,
            String returnedBank,
            String returnedLedger,
            String offsetItems,
            String offsetLedger,
            boolean agrees,
            int disagreements,
            List<Shown> differences,
            String hash,
            String by,
            String date,
            String footer) {}

    @CheckedTemplate(basePath = "reconciliation")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance proof(Proof paper);
    }

    @Inject
    Papers papers;

    @Inject
    BusinessClock clock;

    byte[] print(Figures figures, List<Line> differences, String hash, String by, Instant at) {
        return papers.print(page(figures, differences, hash, by, at), at).content();
    }

    /** The same for a screen. */
    String page(Figures figures, List<Line> differences, String hash, String by, Instant at) {
        return Templates.proof(new Proof(
                        "资助资金三方对账单",
                        figures.batch(),
                        figures.programme(),
                        figures.semester(),
                        figures.lines(),
                        yuan(figures.awardsFen()),
                        yuan(figures.frozenFen()),
                        yuan(figures.linesFen()),
                        yuan(figures.settledLinesFen()),
                        yuan(figures.settledBankFen()),
                        yuan(figures.settledLedgerFen()),
                        yuan(figures.returnedLinesFen()),
                        yuan(figures.returnedBankFen()),
                        yuan(figures.returnedLedgerFen()),
                        yuan(figures.offsetItemsFen()),
                        yuan(figures.offsetLedgerFen()),
                        figures.agree(),
                        figures.disagreements(),
                        differences.stream().map(ProofPapers::shown).toList(),
                        hash,
                        by,
                        clock.dayOf(at).toString(),
                        "校验码 SHA-256 " + hash))
                .render();
    }

    private static Shown shown(Line line) {
        return new Shown(
                line.number(),
                side(line),
                kind(line),
                line.key(),
                said(line.oursFen(), line.oursState()),
                said(line.theirsFen(), line.theirsState()));
    }

    private static String side(Line line) {
        return switch (line.side()) {
            case AWARD -> "资助决定";
            case BANK -> "银行";
            case LEDGER -> "账簿";
            case PERSON -> "收款人";
            case NATIONAL -> "全国系统";
        };
    }

    private static String kind(Line line) {
        return switch (line.kind()) {
            case MISSING_HERE -> "本批次没有";
            case MISSING_THERE -> "对方没有";
            case AMOUNT_DIFFERS -> "金额不一致";
            case STATE_DIFFERS -> "状态不一致";
            case PAID_TWICE -> "重复支付";
            case UNREADABLE -> "无法读取";
            case SAME_PERSON -> "同一人";
            case SHARED_ACCOUNT -> "多名学生同一账户";
        };
    }

    private static String said(Long fen, Entry.State state) {
        String amount = fen == null ? "" : yuan(fen);
        if (state == null) {
            return amount;
        }
        return amount
                + switch (state) {
                    case SETTLED -> " 已付";
                    case RETURNED -> " 退回";
                    case PENDING -> " 在途";
                };
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
