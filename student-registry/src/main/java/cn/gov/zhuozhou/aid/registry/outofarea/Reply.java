package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.registry.Masked;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What the school attended answered.
 *
 * @param aided whether it aids him
 * @param aid what it grants, by semester
 * @param followUp whether it takes on following up and aiding him (S84)
 * @param responsiblePerson who answers for him there
 * @param contact of that person, in clear until it is kept; shown for a stated reason only
 */
record Reply(
        UUID id,
        LocalDate receivedOn,
        boolean aided,
        List<Aid> aid,
        boolean followUp,
        String responsiblePerson,
        String contact,
        String note,
        String recordedBy,
        Instant recordedAt) {
    /** @param amountFen for the whole semester */
    record Aid(String programme, Semester semester, long amountFen) {}

    Reply {
        aid = aid == null ? List.of() : List.copyOf(aid);
        note = Masked.anywhere(note);
    }

    @Override
    public String toString() {
        return "reply";
    }
}
