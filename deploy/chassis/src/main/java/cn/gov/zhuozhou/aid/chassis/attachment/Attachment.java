package cn.gov.zhuozhou.aid.chassis.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * A file somebody handed in.
 *
 * @param subject kind of thing it belongs to, as in the trail
 * @param purpose what it shows, a word of the feature
 * @param sha256 of the file as it is kept, in hexadecimal
 */
public record Attachment(
        UUID id,
        String subject,
        String subjectId,
        String purpose,
        String name,
        FileKind kind,
        long size,
        String sha256,
        String byId,
        String byName,
        Instant at) {}
