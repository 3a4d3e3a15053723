package cn.gov.zhuozhou.aid.chassis.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** The body of every error answer (RFC 9457, application/problem+json). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String instance, List<Part> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One wrong part of the request. */
    public record Part(String field, String code, String expected) {}
}
