package cn.gov.zhuozhou.aid.accountability.organisation;

import static java.util.Objects.requireNonNull;

/**
 * A school as the registry tells of it.
 *
 * @param withdrawn only a file delivered wrongly had named it
 */
record SchoolChange(String schoolCode, String name, String stage, String town, Long revision, boolean withdrawn) {
    SchoolChange {
        requireNonNull(schoolCode);
        requireNonNull(name);
        requireNonNull(town);
        requireNonNull(revision);
    }
}
