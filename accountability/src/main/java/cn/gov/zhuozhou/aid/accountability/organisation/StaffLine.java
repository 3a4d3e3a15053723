package cn.gov.zhuozhou.aid.accountability.organisation;

/** The cells of one row as they stand in the file; null where the column is missing. */
record StaffLine(String staffNumber, String name, String schoolCode, String post, String grade, String className) {}
