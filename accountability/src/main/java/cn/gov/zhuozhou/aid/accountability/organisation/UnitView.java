package cn.gov.zhuozhou.aid.accountability.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A unit as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitView(
        String code, Unit.Kind kind, String name, String parentCode, String town, String schoolCode, String stage) {}
