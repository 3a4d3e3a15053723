package cn.gov.zhuozhou.aid.accountability.assignment;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Who found the named person right, and when. */
@Embeddable
record Confirmation(String confirmedBy, String confirmedByName, Instant confirmedAt) {}
