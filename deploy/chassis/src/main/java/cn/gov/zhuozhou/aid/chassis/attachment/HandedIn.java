package cn.gov.zhuozhou.aid.chassis.attachment;

import java.util.Set;

/**
 * A file as it arrives.
 *
 * @param name as the sender calls it; may be null
 * @param allowed kinds the feature takes
 */
public record HandedIn(
        String subject, String subjectId, String purpose, String name, byte[] content, Set<FileKind> allowed) {}
