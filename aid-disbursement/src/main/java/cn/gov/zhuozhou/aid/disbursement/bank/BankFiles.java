package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.http.FileNames;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** The bank's file of a batch. It is whole before its first byte leaves. */
@ApplicationScoped
class BankFiles {
    /** @param file to be deleted by whoever takes it */
    record Written(Path file, String name, String sha256) {}

    @Inject
    BankBatches batches;

    @Inject
    Definitions definitions;

    @Inject
    Trail trail;

    /** The first file of a batch hands it over; later ones are the same. In the caller's transaction. */
    Written handOver(UUID batchId, String layoutCode, Actor actor) {
        PaymentLayout layout = definitions.payment(layoutCode);
        return write(batches.handOver(batchId), layoutCode, layout, actor);
    }

    /** The file of a batch that was handed over. In the caller's transaction. */
    Written again(UUID batchId, String layoutCode, Actor actor) {
        PaymentLayout layout = definitions.payment(layoutCode);
        return write(batches.handedOver(batchId), layoutCode, layout, actor);
    }

    private Written write(PaymentOrder order, String layoutCode, PaymentLayout layout, Actor actor) {
        try {
            // Only its owner may read it; it holds names and account numbers.
            Path file = Files.createTempFile("bank-", ".out");
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                    PaymentFile.write(layout, order, batches.lines(order), out);
                }
                String sha256 = HexFormat.of().formatHex(digest.digest());
                trail.record(
                        actor,
                        "bank-file.taken",
                        "payment-batch",
                        order.batchId().toString(),
                        null,
                        Map.of("layout", layoutCode, "lines", order.lineCount(), "sha256", sha256));
                return new Written(file, name(order.messageId(), layout), sha256);
            } catch (UnwritableLines e) {
                Files.deleteIfExists(file);
                throw refused(e);
            } catch (RuntimeException | IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String name(String stem, PaymentLayout layout) {
        return FileNames.plain(
                stem,
                switch (layout.form()) {
                    case FIXED, DELIMITED -> "txt";
                    case XLSX -> "xlsx";
                    case XML, PAIN_001 -> "xml";
                });
    }

    private static ProblemException refused(UnwritableLines lines) {
        return new ProblemException(
                BankProblem.LINES_UNWRITABLE,
                Text.of("先更正所列明细或格式，再生成文件。", "Correct the lines named or the layout, then ask for the file again."),
                lines.faults().stream()
                        .map(fault -> new FieldError(
                                "lines[%d].%s".formatted(fault.sequence(), fault.field()),
                                fault.why().name(),
                                Text.of("该字段不能写入", "the field cannot be written")))
                        .toList());
    }
}
