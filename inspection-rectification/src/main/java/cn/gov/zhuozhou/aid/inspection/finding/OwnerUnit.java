package cn.gov.zhuozhou.aid.inspection.finding;

import java.util.Objects;

/**
 * The unit that has to mend a problem: a school, or the central school of a town.
 *
 * @param schoolCode null where the town's central school is responsible
 */
public record OwnerUnit(String schoolCode, String town) {
    public OwnerUnit {
        Objects.requireNonNull(town, "town");
    }

    public static OwnerUnit school(String code, String town) {
        return new OwnerUnit(Objects.requireNonNull(code, "code"), town);
    }

    public static OwnerUnit town(String town) {
        return new OwnerUnit(null, town);
    }

    /** {@code school:<code>} or {@code town:<name>}. */
    public String code() {
        return schoolCode == null ? "town:" + town : "school:" + schoolCode;
    }
}
