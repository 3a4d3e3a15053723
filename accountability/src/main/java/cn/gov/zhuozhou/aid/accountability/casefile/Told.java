package cn.gov.zhuozhou.aid.accountability.casefile;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the case file reads of the events about a pupil; every one carries its subject, revision and whole state. */
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Told {
    Source source();

    String subject();

    Long revision();

    /** Null where no single pupil is concerned. */
    UUID studentId();

    /** Null where the event says neither when nor, below, by whom. */
    default Instant at() {
        return null;
    }

    default String who() {
        return null;
    }

    /** How a pupil is identified, and why. */
    record Eligibility(
            UUID identificationId,
            UUID studentId,
            Long revision,
            String semester,
            String result,
            String state,
            Boolean identified,
            String level,
            List<String> categories,
            LocalDate since,
            UUID rulingId,
            UUID noticeId,
            List<JsonNode> reasons)
            implements Told {
        public Eligibility {
            requireNonNull(identificationId);
            requireNonNull(studentId);
            requireNonNull(revision);
        }

        @Override
        public Source source() {
            return Source.ELIGIBILITY;
        }

        @Override
        public String subject() {
            return identificationId.toString();
        }
    }

    /** A public notice, posted or closed. */
    record Notice(
            UUID noticeId,
            Long revision,
            String kind,
            String semester,
            String schoolCode,
            LocalDate firstDay,
            LocalDate lastDay,
            String state)
            implements Told {
        public Notice {
            requireNonNull(noticeId);
            requireNonNull(revision);
        }

        @Override
        public Source source() {
            return Source.NOTICE;
        }

        @Override
        public String subject() {
            return noticeId.toString();
        }

        @Override
        public UUID studentId() {
            return null;
        }
    }

    /** What a pupil is granted, what of it is kept back because he owes, and what of it he gave back; in fen. */
    record Award(
            UUID awardId,
            UUID studentId,
            Long revision,
            String semester,
            String programme,
            String programmeName,
            String form,
            String payer,
            Long amountFen,
            Long setOffFen,
            Long givenBackFen,
            String state,
            UUID identificationId,
            UUID rulingId,
            UUID findingId,
            String policyVersion,
            String proposedBy,
            String approvedBy,
            Instant decidedAt,
            List<JsonNode> reasons)
            implements Told {
        public Award {
            requireNonNull(awardId);
            requireNonNull(studentId);
            requireNonNull(revision);
        }

        @Override
        public Source source() {
            return Source.AWARD;
        }

        @Override
        public String subject() {
            return awardId.toString();
        }

        @Override
        public Instant at() {
            return decidedAt;
        }

        @Override
        public String who() {
            return approvedBy == null ? proposedBy : approvedBy;
        }
    }

    /** A payment that arrived, or came back; the day it did and the amount in fen. */
    record Payment(
            UUID lineId,
            UUID studentId,
            Long revision,
            UUID awardId,
            UUID batchId,
            UUID reissueOf,
            String semester,
            String programme,
            Long amountFen,
            LocalDate settledOn,
            LocalDate returnedOn,
            String reason,
            LocalDate reissueDue)
            implements Told {
        public Payment {
            requireNonNull(lineId);
            requireNonNull(studentId);
            requireNonNull(revision);
        }

        @JsonProperty
        public String state() {
            return returnedOn == null ? "SETTLED" : "RETURNED";
        }

        @Override
        public Source source() {
            return Source.PAYMENT;
        }

        @Override
        public String subject() {
            return lineId.toString();
        }
    }

    /** Something found wrong; the pupil is null where it is about somebody else. */
    record Finding(
            UUID findingId,
            UUID studentId,
            Long revision,
            String code,
            String state,
            String ownerUnit,
            String deadline,
            String openedAt,
            String confirmedAt,
            String confirmedBy,
            String closedAt,
            String closedBy,
            List<JsonNode> reasons)
            implements Told {
        public Finding {
            requireNonNull(findingId);
            requireNonNull(revision);
        }

        @Override
        public Source source() {
            return Source.FINDING;
        }

        @Override
        public String subject() {
            return findingId.toString();
        }

        @Override
        public String who() {
            return closedBy == null ? confirmedBy : closedBy;
        }
    }
}
