package cn.gov.zhuozhou.aid.accountability.organisation;

import java.util.Set;

/** At these schools posts began or ended or people got another name; told inside the transaction of the change. */
public record SchoolStaffChanged(Set<String> schoolCodes) {}
