package cn.gov.zhuozhou.aid.inspection.finding;

import java.util.Objects;

/**
 * The unit that has to mend a problem: a school, the central school of a town, or the bureau itself where neither is known.
 *
 * @param schoolCode null where no school is responsible
 * @param town where the school lies, or whose central school is responsible; null where it is not known
 */
public record OwnerUnit(String schoolCode, String town) {
    public static OwnerUnit school(String code, String town) {
        return new OwnerUnit(Objects.requireNonNull(code, "code"), town);
    }

    public static OwnerUnit town(String town) {
        return new OwnerUnit(null, Objects.requireNonNull(town, "town"));
    }

    public static OwnerUnit bureau() {
        return new OwnerUnit(null, null);
    }

    /** {@code school:<code>}, {@code town:<name>} or {@code bureau}. */
    public String code() {
        if (schoolCode != null) {
            return "school:" + schoolCode;
        }
        return town == null ? "bureau" : "town:" + town;
    }
}
