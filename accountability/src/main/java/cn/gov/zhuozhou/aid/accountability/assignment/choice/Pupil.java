package cn.gov.zhuozhou.aid.accountability.assignment.choice;

/** The pupil somebody shall answer for. */
public record Pupil(String schoolCode, Integer grade, String className) {}
