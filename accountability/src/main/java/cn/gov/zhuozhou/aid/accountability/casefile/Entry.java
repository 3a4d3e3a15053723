package cn.gov.zhuozhou.aid.accountability.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One thing told about a pupil: when, by what part of the suite, who did it where that is known.
 *
 * @param detail the state the subject had from then on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Entry(Source source, String subjectId, long revision, Instant at, String who, JsonNode detail) {}
