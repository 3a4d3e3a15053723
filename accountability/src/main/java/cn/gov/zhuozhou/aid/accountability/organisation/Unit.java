package cn.gov.zhuozhou.aid.accountability.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** An organisation that answers for schools or pupils; its code is the one jurisdictions are written with. */
@Entity
@SuppressWarnings("UnusedVariable") // some fields are read by queries only
class Unit {
    static final String BUREAU = "bureau";

    enum Kind {
        BUREAU,
        CENTRAL_SCHOOL,
        SCHOOL
    }

    @Id
    private String code;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Kind kind;

    private String name;
    private String parentCode;
    private String town;
    private String schoolCode;
    private String stage;
    private boolean withdrawn;
    private long revision;

    @Version
    private long version;

    protected Unit() {}

    static String townCode(String town) {
        return "town:" + town;
    }

    static String schoolUnit(String schoolCode) {
        return "school:" + schoolCode;
    }

    static Unit centralSchool(String town) {
        Unit unit = new Unit();
        unit.code = townCode(town);
        unit.kind = Kind.CENTRAL_SCHOOL;
        unit.name = town + "中心校";
        unit.parentCode = BUREAU;
        unit.town = town;
        return unit;
    }

    static Unit school(SchoolChange school) {
        Unit unit = new Unit();
        unit.code = schoolUnit(school.schoolCode());
        unit.kind = Kind.SCHOOL;
        unit.schoolCode = school.schoolCode();
        unit.take(school);
        return unit;
    }

    /** Takes over what is newer than what is held. */
    void follow(SchoolChange school) {
        if (school.revision() > revision) {
            take(school);
        }
    }

    private void take(SchoolChange school) {
        name = school.name();
        stage = school.stage();
        town = school.town();
        parentCode = townCode(school.town());
        withdrawn = school.withdrawn();
        revision = school.revision();
    }
}
