package cn.gov.zhuozhou.aid.disbursement.pupil;

import java.util.UUID;

/**
 * A pupil as the registry last told of him.
 *
 * @param mergedInto who counts in his place, where two records were one person; null otherwise
 */
public record Pupil(UUID id, String name, Place place, UUID mergedInto) {}
