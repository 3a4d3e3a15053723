package cn.gov.zhuozhou.aid.registry.outofarea;

import java.time.Instant;
import java.time.LocalDate;

/** A reminder to a school that has not answered: the first or the second. */
record Chaser(
        int step,
        LocalDate sentOn,
        Letter.Method method,
        String reference,
        LocalDate replyDueOn,
        String sentBy,
        Instant sentAt) {}
