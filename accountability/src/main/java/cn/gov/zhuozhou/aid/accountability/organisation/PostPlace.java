package cn.gov.zhuozhou.aid.accountability.organisation;

/** Where a post is and of which kind; grade and class only of class teachers whose class is known. */
record PostPlace(String schoolCode, String kind, Integer grade, String className) {}
