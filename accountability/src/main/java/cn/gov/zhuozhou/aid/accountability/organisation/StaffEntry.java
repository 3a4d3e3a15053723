package cn.gov.zhuozhou.aid.accountability.organisation;

/** An accepted row: a person in a post. */
record StaffEntry(String staffNumber, String name, PostPlace place) {}
