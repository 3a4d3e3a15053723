package cn.gov.zhuozhou.aid.disbursement.pupil;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolKind;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolNature;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import java.util.Objects;

/**
 * What we read of the registry's SchoolChanged.
 *
 * @param kind null where the registry does not know it, and so nature
 * @param withdrawn only a file delivered wrongly had named it
 */
public record SchoolChange(
        String schoolCode,
        String name,
        Stage stage,
        String town,
        SchoolKind kind,
        SchoolNature nature,
        boolean withdrawn) {
    /** A message without what is kept of every school cannot be read. */
    public SchoolChange {
        Objects.requireNonNull(schoolCode, "schoolCode");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(town, "town");
    }

    School school() {
        return withdrawn ? School.UNKNOWN : new School(town, kind, nature);
    }
}
