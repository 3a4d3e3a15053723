package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.inspection.mirror.Subject;

/** A check as the county set it up; the deadline of its findings is in working days. */
record DataCheck(
        String code, Subject.Kind subjectKind, String name, String nameEn, String legalBasis, int deadlineDays) {}
