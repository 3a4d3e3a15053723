package cn.gov.zhuozhou.aid.registry.publicnotice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Proof that a notice hung.
 *
 * @param place where it hung
 */
record Evidence(
        UUID id,
        Shows shows,
        LocalDate takenOn,
        String place,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        String byName,
        Instant at) {
    enum Shows {
        FIRST_DAY,
        LAST_DAY,
        OTHER
    }
}
