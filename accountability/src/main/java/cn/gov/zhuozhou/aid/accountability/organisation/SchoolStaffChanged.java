package cn.gov.zhuozhou.aid.accountability.organisation;

import java.util.Set;

/** At these schools posts began or ended; told inside the transaction of the change. */
public record SchoolStaffChanged(Set<String> schoolCodes) {}
