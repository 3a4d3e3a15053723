package cn.gov.zhuozhou.aid.registry.identification;

import java.util.List;
import java.util.UUID;

/** Inside the transaction: these identifications are no longer up for notice, for the facts have changed meanwhile. */
public record NoticeOvertaken(List<UUID> identificationIds) {
    public NoticeOvertaken {
        identificationIds = List.copyOf(identificationIds);
    }
}
