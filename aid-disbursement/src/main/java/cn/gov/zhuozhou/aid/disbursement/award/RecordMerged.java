package cn.gov.zhuozhou.aid.disbursement.award;

import java.util.UUID;

/** Another record counts in this one's place from now on, or still does; told within the transaction that learns of it. */
public record RecordMerged(UUID studentId) {}
