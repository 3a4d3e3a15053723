package cn.gov.zhuozhou.aid.accountability.organisation;

import cn.gov.zhuozhou.aid.chassis.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** Somebody on the bureau's staff list. */
@Entity
@SuppressWarnings("UnusedVariable") // some fields are read by queries only
class Person {
    @Id
    private UUID id;

    private String staffNumber;
    private String name;

    @Version
    private long version;

    protected Person() {}

    Person(String staffNumber, String name) {
        this.id = Ids.next();
        this.staffNumber = staffNumber;
        this.name = name;
    }

    UUID id() {
        return id;
    }

    String staffNumber() {
        return staffNumber;
    }

    String name() {
        return name;
    }

    void rename(String newName) {
        name = newName;
    }
}
