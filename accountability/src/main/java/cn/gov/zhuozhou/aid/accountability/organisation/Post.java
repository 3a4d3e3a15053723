package cn.gov.zhuozhou.aid.accountability.organisation;

import cn.gov.zhuozhou.aid.chassis.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;

/** What a person does at a school from one day on and, once ended, until another. */
@Entity
@SuppressWarnings("UnusedVariable") // some fields are read by queries only
class Post {
    @Id
    private UUID id;

    private UUID personId;
    private String schoolCode;
    private String kind;
    private Integer grade;
    private String className;
    private LocalDate since;
    private LocalDate until;

    @Version
    private long version;

    protected Post() {}

    Post(UUID personId, PostPlace place, LocalDate since) {
        this.id = Ids.next();
        this.personId = personId;
        this.schoolCode = place.schoolCode();
        this.kind = place.kind();
        this.grade = place.grade();
        this.className = place.className();
        this.since = since;
    }

    UUID personId() {
        return personId;
    }

    PostPlace place() {
        return new PostPlace(schoolCode, kind, grade, className);
    }

    void end(LocalDate day) {
        until = day;
    }
}
