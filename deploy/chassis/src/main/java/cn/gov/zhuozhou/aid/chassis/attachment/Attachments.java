package cn.gov.zhuozhou.aid.chassis.attachment;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.crypto.SealedParts;
import cn.gov.zhuozhou.aid.chassis.http.FileNames;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps files handed in. Whether the person may hand in or see one is checked by the feature before it asks here. */
@ApplicationScoped
public class Attachments {
    private static final String SELECT = """
            select id, subject, subject_id, purpose, name, kind, size, sha256, by_id, by_name, at
            from attachment where subject = :subject and subject_id = :subjectId
            """;

    @Inject
    AttachmentConfig config;

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    private SealedParts parts;

    @PostConstruct
    void open() {
        parts = new SealedParts(database, crypto, "attachment_part", "attachment_id");
    }

    /** Keeps a file within the present transaction; refuses what is too large, of another kind, or no whole file. */
    public Attachment keep(HandedIn file, Actor actor) {
        long most = config.maxBytes().asLongValue();
        if (file.content().length > most) {
            throw new ProblemException(
                    CommonProblem.TOO_LARGE,
                    Text.of("文件不得超过 %d KB。", "At most %d KB are accepted.").formatted(most >> 10));
        }
        FileKind kind = FileKind.of(file.content())
                .filter(file.allowed()::contains)
                .orElseThrow(() -> new ProblemException(AttachmentProblem.ATTACHMENT_KIND, known(file)));
        byte[] kept = Photo.bare(kind, file.content())
                .orElseThrow(() -> new ProblemException(AttachmentProblem.ATTACHMENT_BROKEN));
        UUID id = Ids.next();
        insert(id, file, kind, kept, actor);
        try {
            parts.write(id, new ByteArrayInputStream(kept));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        trail.record(
                actor,
                "attachment.handed-in",
                file.subject(),
                file.subjectId(),
                null,
                Map.of("attachment", id, "purpose", file.purpose(), "kind", kind));
        return find(file.subject(), file.subjectId(), id).orElseThrow();
    }

    public List<Attachment> of(String subject, String subjectId) {
        return database.list(SELECT + " order by id", Map.of("subject", subject, "subjectId", subjectId), this::read);
    }

    public Optional<Attachment> find(String subject, String subjectId, UUID id) {
        return database.first(
                SELECT + " and id = :id", Map.of("subject", subject, "subjectId", subjectId, "id", id), this::read);
    }

    /** The file in clear, as long as the caller holds it. */
    public byte[] content(Attachment attachment) {
        var out = new ByteArrayOutputStream((int) attachment.size());
        try {
            parts.read(attachment.id(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void insert(UUID id, HandedIn file, FileKind kind, byte[] kept, Actor actor) {
        Values values = Values.of("id", id)
                .and("subject", file.subject())
                .and("subjectId", file.subjectId())
                .and("purpose", file.purpose())
                .and("name", crypto.encrypt(FileNames.plain(file.name(), kind.extension())))
                .and("kind", kind)
                .and("size", kept.length)
                .and("sha", sha256(kept))
                .and("by", actor.id())
                .and("byName", actor.name())
                .and("now", clock.now());
        database.update("""
                insert into attachment (id, subject, subject_id, purpose, name, kind, size, sha256, by_id, by_name, at)
                values (:id, :subject, :subjectId, :purpose, :name, :kind, :size, :sha, :by, :byName, :now)
                """, values);
    }

    private Attachment read(ResultSet row) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                row.getString("subject_id"),
                row.getString("purpose"),
                crypto.decrypt(row.getBytes("name")),
                FileKind.valueOf(row.getString("kind")),
                row.getLong("size"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getString("by_id"),
                row.getString("by_name"),
                Rows.instant(row, "at"));
    }

    private static Text known(HandedIn file) {
        String kinds = file.allowed().stream().sorted().map(FileKind::name).collect(Collectors.joining(", "));
        return Text.of("可提交：%s（以文件内容为准）。", "Accepted, by content: %s.").formatted(kinds);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
