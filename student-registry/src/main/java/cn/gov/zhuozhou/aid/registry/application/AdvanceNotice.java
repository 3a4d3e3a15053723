package cn.gov.zhuozhou.aid.registry.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a school told families before applications opened (提前告知; the plan's letters and lessons, S101-S104).
 *
 * @param closesOn null while there is no end
 */
record AdvanceNotice(
        UUID id,
        String semester,
        String schoolCode,
        String schoolName,
        LocalDate opensOn,
        LocalDate closesOn,
        String issuedBy,
        List<Delivery> deliveries,
        long version) {
    /** How families were reached. */
    enum Means {
        LETTER,
        CLASS,
        SMS,
        MEETING,
        PORTAL
    }

    /**
     * Evidence that families were reached.
     *
     * @param receipts reply slips that came back; null where the means has none
     * @param reference where the proof is kept
     */
    record Delivery(Means means, LocalDate deliveredOn, int reached, Integer receipts, String reference) {}

    AdvanceNotice {
        deliveries = List.copyOf(deliveries);
    }

    /** Whether anybody was told before applications opened. */
    boolean given() {
        return deliveries.stream().anyMatch(delivery -> delivery.deliveredOn().isBefore(opensOn));
    }

    boolean isOpenOn(LocalDate day) {
        return !day.isBefore(opensOn) && (closesOn == null || !day.isAfter(closesOn));
    }
}
