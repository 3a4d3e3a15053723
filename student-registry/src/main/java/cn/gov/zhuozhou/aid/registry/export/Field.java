package cn.gov.zhuozhou.aid.registry.export;

import static cn.gov.zhuozhou.aid.registry.export.Dataset.EVIDENCE;
import static cn.gov.zhuozhou.aid.registry.export.Dataset.IDENTIFIED;
import static cn.gov.zhuozhou.aid.registry.export.Dataset.NOTICES;
import static cn.gov.zhuozhou.aid.registry.export.Dataset.PUPILS;

import java.util.EnumSet;
import java.util.Set;

/** What a column may show. A layout chooses from these and from nothing else. */
enum Field {
    STUDENT_NUMBER("s.student_number_sealed", Kind.NUMBER_IN_FULL, PUPILS, IDENTIFIED, EVIDENCE),
    STUDENT_NUMBER_MASKED("s.student_number_sealed", Kind.NUMBER_MASKED, PUPILS, IDENTIFIED, EVIDENCE),
    IDENTITY_NUMBER("s.identity_sealed", Kind.NUMBER_IN_FULL, PUPILS, IDENTIFIED, EVIDENCE),
    IDENTITY_NUMBER_MASKED("s.identity_sealed", Kind.NUMBER_MASKED, PUPILS, IDENTIFIED, EVIDENCE),
    NAME("s.name", Kind.TEXT, PUPILS, IDENTIFIED, EVIDENCE),
    SEX("s.sex", Kind.TEXT, PUPILS, IDENTIFIED, EVIDENCE),
    BIRTH_DATE("s.birth_date", Kind.DATE, PUPILS, IDENTIFIED, EVIDENCE),
    SCHOOL_CODE("s.school_code", Kind.TEXT, PUPILS, IDENTIFIED, EVIDENCE, NOTICES),
    SCHOOL_NAME("c.name", Kind.TEXT, PUPILS, IDENTIFIED, EVIDENCE, NOTICES),
    TOWN("c.town", Kind.TEXT, PUPILS, IDENTIFIED, EVIDENCE, NOTICES),
    STAGE("s.stage", Kind.TEXT, PUPILS, IDENTIFIED, EVIDENCE, NOTICES),
    GRADE("s.grade", Kind.NUMBER, PUPILS, IDENTIFIED, EVIDENCE),
    CLASS_NAME("s.class_name", Kind.TEXT, PUPILS, IDENTIFIED, EVIDENCE),
    BOARDING("s.boarding::text", Kind.TEXT, PUPILS, IDENTIFIED, EVIDENCE),
    ENROLMENT_STATE("s.enrolment_state", Kind.TEXT, PUPILS, IDENTIFIED, EVIDENCE),
    HOUSEHOLD_KIND("s.household_kind", Kind.TEXT, PUPILS, IDENTIFIED, EVIDENCE),
    HOUSEHOLD_TOWN("s.household_town", Kind.TEXT, PUPILS, IDENTIFIED, EVIDENCE),
    HOUSEHOLD_VILLAGE("s.household_village", Kind.TEXT, PUPILS, IDENTIFIED, EVIDENCE),
    SEMESTER("i.semester", Kind.TEXT, IDENTIFIED, NOTICES),
    LEVEL("i.level", Kind.TEXT, IDENTIFIED),
    CATEGORIES("i.categories", Kind.TEXTS, IDENTIFIED),
    RESULT("i.result", Kind.TEXT, IDENTIFIED),
    IDENTIFICATION_STATE("i.state", Kind.TEXT, IDENTIFIED),
    SINCE("i.since", Kind.DATE, IDENTIFIED),
    EVIDENCE_CATEGORY("e.category", Kind.TEXT, EVIDENCE),
    EVIDENCE_SOURCE("e.source", Kind.TEXT, EVIDENCE),
    VALID_FROM("e.valid_from", Kind.DATE, EVIDENCE),
    VALID_TO("e.valid_to", Kind.DATE, EVIDENCE),
    NOTICE_KIND("n.kind", Kind.TEXT, NOTICES),
    FIRST_DAY("n.first_day", Kind.DATE, NOTICES),
    LAST_DAY("n.last_day", Kind.DATE, NOTICES),
    LINE_NAME("l.name", Kind.TEXT, NOTICES),
    LINE_GRADE("l.grade", Kind.NUMBER, NOTICES),
    LINE_CLASS("l.class_name", Kind.TEXT, NOTICES),
    LINE_LEVEL("l.level", Kind.TEXT, NOTICES),
    LINE_STATE("l.state", Kind.TEXT, NOTICES);

    enum Kind {
        TEXT,
        TEXTS,
        DATE,
        NUMBER,
        NUMBER_MASKED,
        NUMBER_IN_FULL
    }

    private final String sql;
    private final Kind kind;
    private final Set<Dataset> datasets;

    Field(String sql, Kind kind, Dataset first, Dataset... others) {
        this.sql = sql;
        this.kind = kind;
        this.datasets = EnumSet.of(first, others);
    }

    String sql() {
        return sql;
    }

    Kind kind() {
        return kind;
    }

    boolean isOf(Dataset dataset) {
        return datasets.contains(dataset);
    }
}
