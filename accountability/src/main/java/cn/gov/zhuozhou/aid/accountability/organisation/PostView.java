package cn.gov.zhuozhou.aid.accountability.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;

/** A post as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PostView(
        UUID id,
        UUID personId,
        String staffNumber,
        String personName,
        String schoolCode,
        String kind,
        String title,
        Integer grade,
        String className,
        LocalDate since,
        LocalDate until) {}
