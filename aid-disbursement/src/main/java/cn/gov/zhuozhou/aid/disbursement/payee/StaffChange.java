package cn.gov.zhuozhou.aid.disbursement.payee;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What we read of accountability's StaffChanged. */
record StaffChange(UUID personId, String name, List<String> schoolCodes) {
    StaffChange {
        Objects.requireNonNull(personId, "personId");
        Objects.requireNonNull(name, "name");
        schoolCodes = List.copyOf(schoolCodes);
    }
}
