package cn.gov.zhuozhou.aid.registry.export;

/** What a list is of. In each, {@code s} is the pupil and {@code c} the school. */
enum Dataset {
    PUPILS("""
            from student s left join school c on c.code = s.school_code
            where s.merged_into is null and s.anonymised_on is null
            """),

    IDENTIFIED("""
            from identification i
            join student s on s.id = i.student_id
            left join school c on c.code = s.school_code
            where i.identified and s.anonymised_on is null
              and (cast(:semester as text) is null or i.semester = :semester)
            """),

    EVIDENCE("""
            from evidence e
            join student s on s.id = e.student_id
            left join school c on c.code = s.school_code
            where e.valid_to is null and s.anonymised_on is null
            """),

    NOTICES("""
            from notice_line l
            join public_notice n on n.id = l.notice_id
            join identification i on i.id = l.identification_id
            join student s on s.id = i.student_id
            left join school c on c.code = s.school_code
            where s.anonymised_on is null and (cast(:semester as text) is null or i.semester = :semester)
            """);

    private static final String NARROWED = """
              and (cast(:ownSchool as text) is null or s.school_code = :ownSchool)
              and (cast(:ownTown as text) is null or c.town = :ownTown)
              and (cast(:school as text) is null or s.school_code = :school)
              and (cast(:stage as text) is null or s.stage = :stage)
            """;

    private final String from;

    Dataset(String from) {
        this.from = from;
    }

    /** From and where, narrowed to {@code ownSchool} and {@code ownTown}, {@code school}, {@code stage} and {@code semester}. */
    String narrowed() {
        return from + NARROWED;
    }
}
