package cn.gov.zhuozhou.aid.accountability.organisation;

import java.util.UUID;

/** A person in one of the posts he holds today. */
public record StaffMember(
        UUID personId,
        String staffNumber,
        String name,
        String schoolCode,
        String post,
        boolean answersForPupils,
        Integer grade,
        String className) {}
