package cn.gov.zhuozhou.aid.accountability.organisation;

import java.util.List;
import java.util.UUID;

/** Told whenever somebody joined, left, moved or got another name; carries where he works now. */
record StaffChanged(UUID personId, long revision, String name, List<String> schoolCodes) {
    static final String TOPIC = "accountability.staff";
    static final String TYPE = "cn.gov.zhuozhou.aid.accountability.StaffChanged.v1";
}
