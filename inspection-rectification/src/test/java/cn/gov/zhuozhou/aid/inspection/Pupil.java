package cn.gov.zhuozhou.aid.inspection;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A pupil no other test knows, in a school and town of his own, and the events that tell of him. */
final class Pupil {
    private static final String ELIGIBILITY = "student-registry.eligibility";
    private static final String ELIGIBILITY_CHANGED = "registry.EligibilityChanged.v1";

    final UUID id = UUID.randomUUID();
    final String school = "T" + id.toString().substring(0, 8);
    final String town = "镇" + id.toString().substring(0, 8);

    private final Neighbours neighbours;
    private final UUID identification = UUID.randomUUID();
    private final UUID award = UUID.randomUUID();
    private final UUID assignment = UUID.randomUUID();
    private long revision;
    private UUID lastEvent;

    Pupil(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    Pupil enrolledAsBoarder() {
        return enrolled(school, town);
    }

    /** The registry knows the school by its code only. */
    Pupil enrolledWhereTheTownIsUnknown() {
        return enrolled(school, null, null);
    }

    Pupil enrolled(String schoolCode, String schoolTown) {
        return enrolled(schoolCode, "测试小学", schoolTown);
    }

    private Pupil enrolled(String schoolCode, String schoolName, String schoolTown) {
        revision++;
        Map<String, Object> data = new HashMap<>(Map.of(
                "studentId",
                id,
                "name",
                "测试学生",
                "schoolCode",
                schoolCode,
                "stage",
                "PRIMARY",
                "boarding",
                true,
                "enrolmentState",
                "IN_SCHOOL",
                "somethingNew",
                "ignored"));
        data.put("schoolName", schoolName);
        data.put("schoolTown", schoolTown);
        send("student-registry.student", "registry.StudentChanged.v1", id, revision, data);
        return this;
    }

    /** Identified and in force, on evidence valid today. */
    Pupil identified() {
        return eligible("EFFECTIVE", true, true);
    }

    /** Evidence came in; review and notice are still to come. */
    Pupil proven() {
        return eligible("PROPOSED", false, true);
    }

    /** The evidence ended; the removal is proposed, the identification still in force. */
    Pupil withoutEvidence() {
        return eligible("PROPOSED", true, false);
    }

    Pupil eligible(String state, boolean identified, boolean validBasis) {
        revision++;
        send(
                ELIGIBILITY,
                ELIGIBILITY_CHANGED,
                id,
                revision,
                eligibility(state, identified, validBasis),
                UUID.randomUUID());
        return this;
    }

    /** The same event twice, and then an older one. */
    Pupil identifiedThriceOver() {
        revision += 2;
        UUID event = UUID.randomUUID();
        send(ELIGIBILITY, ELIGIBILITY_CHANGED, id, revision, eligibility("EFFECTIVE", true, true), event);
        send(ELIGIBILITY, ELIGIBILITY_CHANGED, id, revision, eligibility("EFFECTIVE", true, true), event);
        send(
                ELIGIBILITY,
                ELIGIBILITY_CHANGED,
                id,
                revision - 1,
                eligibility("EFFECTIVE", true, false),
                UUID.randomUUID());
        return this;
    }

    Pupil awarded() {
        return award("APPROVED");
    }

    Pupil award(String state) {
        revision++;
        send(
                "aid-disbursement.award",
                "disbursement.AwardChanged.v1",
                id,
                revision,
                Map.of(
                        "awardId",
                        award,
                        "revision",
                        revision,
                        "studentId",
                        id,
                        "semester",
                        "2019-spring",
                        "programme",
                        "CMP-03",
                        "programmeName",
                        "寄宿生生活补助",
                        "state",
                        state));
        return this;
    }

    /** The county grants cash to the card, for a semester the test chooses; the producer does not say of set-offs yet. */
    Pupil granted(String semester, long fen) {
        return granted(semester, fen, null, 0);
    }

    /** Of what was granted so much is kept back because he owes, and so much he gave back. */
    Pupil granted(String semester, long fen, Long setOff, long givenBack) {
        revision++;
        Map<String, Object> data = new HashMap<>(Map.of(
                "awardId",
                award,
                "revision",
                revision,
                "studentId",
                id,
                "semester",
                semester,
                "programme",
                "CMP-03",
                "state",
                "APPROVED",
                "form",
                "CASH_CARD",
                "payer",
                "COUNTY",
                "amountFen",
                fen));
        data.put("decidedAt", "2019-03-12T10:00:00+08:00");
        if (setOff != null) {
            data.put("setOffFen", setOff);
            data.put("givenBackFen", givenBack);
        }
        send("aid-disbursement.award", "disbursement.AwardChanged.v1", id, revision, data);
        return this;
    }

    /** Paid or returned, as the golden example of the event says it, with this much changed. */
    Pupil bankSaid(String event, Map<String, ?> different) {
        revision++;
        Map<String, Object> data = neighbours.example("aid-disbursement", event);
        data.putAll(different);
        data.put("studentId", id);
        data.put("awardId", award);
        data.put("revision", revision);
        send("aid-disbursement.payment", "disbursement." + event + ".v1", id, revision, data);
        return this;
    }

    /** A fee was collected, as the golden example of the event says it, with this much changed. */
    Pupil collected(UUID receipt, Map<String, ?> different) {
        revision++;
        Map<String, Object> data = neighbours.example("aid-disbursement", "FeeReceiptChanged");
        data.putAll(different);
        data.put("receiptId", receipt);
        data.put("studentId", id);
        data.put("revision", revision);
        send("aid-disbursement.fee-receipt", "disbursement.FeeReceiptChanged.v1", id, revision, data);
        return this;
    }

    Pupil assigned() {
        return assignment("ACTIVE");
    }

    Pupil withoutResponsiblePerson() {
        return assignment("GAP");
    }

    private Pupil assignment(String state) {
        revision++;
        Map<String, Object> data = new HashMap<>(
                Map.of("assignmentId", assignment, "revision", revision, "studentId", id, "state", state));
        data.put("personName", "GAP".equals(state) ? null : "测试老师");
        send("accountability.assignment", "accountability.AssignmentChanged.v1", id, revision, data);
        return this;
    }

    /** The highest revision sent of this pupil. */
    long revision() {
        return revision;
    }

    /** The event sent last. */
    UUID lastEvent() {
        return lastEvent;
    }

    private void send(String topic, String type, UUID key, long sent, Map<String, ?> data) {
        send(topic, type, key, sent, data, UUID.randomUUID());
    }

    private void send(String topic, String type, UUID key, long sent, Map<String, ?> data, UUID event) {
        lastEvent = event;
        neighbours.send(topic, type, key, sent, data, event);
    }

    private Map<String, Object> eligibility(String state, boolean identified, boolean validBasis) {
        return Map.of(
                "identificationId",
                identification,
                "studentId",
                id,
                "revision",
                revision,
                "semester",
                "2019-spring",
                "state",
                state,
                "identified",
                identified,
                "validBasis",
                validBasis);
    }
}
