package cn.gov.zhuozhou.aid.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import cn.gov.zhuozhou.aid.local.play.Answer;
import cn.gov.zhuozhou.aid.local.play.Caller;
import cn.gov.zhuozhou.aid.local.play.FeedLoading;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;

/** Accounts of pupils, held by themselves. */
final class OwnAccounts {
    private static final String SERVICE = "aid-disbursement";
    private static final String PAYEES = "/api/v1/payees";
    private static final String BANK = "103";

    /** A pupil as enrolment has him. */
    private record Holder(String number, String name, String identityNumber) {}

    private final Caller clerk;
    private final Caller reviewer;
    private final Map<String, Holder> holders = new HashMap<>();
    private int given;

    OwnAccounts(LocalSuite suite) {
        clerk = new Caller(suite, "clerk");
        reviewer = new Caller(suite, "reviewer");
    }

    /** One for each pupil, from their rows of the enrolment file; returns how many stand. */
    int open(Path enrolment, List<String> studentNumbers) throws IOException {
        List<Holder> enrolled = Files.readAllLines(enrolment, charset(enrolment)).stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> studentNumbers.contains(cells[0]))
                .map(cells -> new Holder(cells[0], cells[1], cells[4]))
                .toList();
        know(enrolled);
        List<String> rows = new ArrayList<>(List.of("学籍号,学生姓名,持卡人姓名,持卡人证件号码,开户银行,银行账号"));
        enrolled.forEach(one -> rows.add(
                String.join(",", one.number(), one.name(), one.name(), one.identityNumber(), BANK, nextNumber())));
        Path file = Files.createTempFile("accounts", ".csv");
        try {
            Files.writeString(file, String.join("\n", rows), UTF_8);
            Answer received = clerk.upload(SERVICE, PAYEES + "/imports", file);
            assertThat(received.status()).as(received.body().toString()).isEqualTo(202);
            new FeedLoading(clerk)
                    .awaitJob(SERVICE, received.body().path("jobId").asText());
            return reviewer.post(
                            SERVICE,
                            PAYEES + "/imports/" + received.body().path("id").asText() + "/confirmation",
                            Map.of())
                    .path("confirmed")
                    .asInt();
        } finally {
            Files.delete(file);
        }
    }

    /** The pupil's account in force. */
    JsonNode inForce(String student) {
        List<JsonNode> standing = clerk.all(SERVICE, PAYEES + "?state=CONFIRMED&student=" + student);
        assertThat(standing).hasSize(1);
        return standing.getFirst();
    }

    /** Another account of the pupil, with a photo of its card, confirmed by a second person; the service dies in each of these steps. */
    void replace(String student, KilledService killed) throws IOException {
        Holder holder = holders.get(student);
        JsonNode proposed = killed.step(
                clerk,
                PAYEES,
                Map.of(
                        "studentId",
                        student,
                        "holderName",
                        holder.name(),
                        "holderIdentityNumber",
                        holder.identityNumber(),
                        "bankCode",
                        BANK,
                        "accountNumber",
                        nextNumber(),
                        "reason",
                        "原账户已销户"),
                null);
        String account = PAYEES + "/" + proposed.at("/account/id").asText();
        Path photo = Files.createTempFile("card", ".png");
        try {
            ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", photo.toFile());
            UUID key = UUID.randomUUID();
            Answer kept = killed.throughAKill(() -> clerk.uploadOnce(SERVICE, account + "/evidence", photo, key));
            assertThat(kept.status()).as(kept.body().toString()).isEqualTo(201);
        } finally {
            Files.delete(photo);
        }
        killed.step(reviewer, account + "/confirmation", Map.of(), "*");
    }

    private void know(List<Holder> enrolled) {
        JsonNode ids = clerk.post(
                        "student-registry",
                        "/api/v1/students/lookups",
                        Map.of("numbers", enrolled.stream().map(Holder::number).toList(), "reason", "更换收款账户"))
                .path("studentIds");
        for (int i = 0; i < enrolled.size(); i++) {
            holders.put(ids.get(i).asText(), enrolled.get(i));
        }
    }

    private String nextNumber() {
        given++;
        return "9%015d".formatted(given);
    }

    private static Charset charset(Path file) {
        try {
            Files.readString(file, UTF_8);
            return UTF_8;
        } catch (IOException notUtf8) {
            return Charset.forName("GB18030");
        }
    }
}
