package cn.gov.zhuozhou.aid.chassis.actor;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The part of the county a person answers for, from the token's {@code org} claim: {@code bureau}, {@code town:<name>},
 * {@code school:<code>} or {@code village:<town>/<village>}. Every query that lists people is narrowed by it.
 */
public record Jurisdiction(Kind kind, String value) {
    public enum Kind {
        BUREAU,
        TOWN,
        SCHOOL,
        VILLAGE,
        NONE
    }

    public static final Jurisdiction BUREAU = new Jurisdiction(Kind.BUREAU, "");
    public static final Jurisdiction NONE = new Jurisdiction(Kind.NONE, "");

    /** Anything that is not understood sees nothing. */
    public static Jurisdiction parse(String claim) {
        if (claim == null || claim.isBlank()) {
            return NONE;
        }
        if ("bureau".equals(claim)) {
            return BUREAU;
        }
        int colon = claim.indexOf(':');
        if (colon < 1 || colon == claim.length() - 1) {
            return NONE;
        }
        String value = claim.substring(colon + 1);
        return switch (claim.substring(0, colon)) {
            case "town" -> new Jurisdiction(Kind.TOWN, value);
            case "school" -> new Jurisdiction(Kind.SCHOOL, value);
            case "village" -> new Jurisdiction(Kind.VILLAGE, value);
            default -> NONE;
        };
    }

    public boolean isBureau() {
        return kind == Kind.BUREAU;
    }

    /** Whether a school, with the town it lies in, belongs to this jurisdiction. */
    public boolean coversSchool(String schoolCode, String town) {
        return switch (kind) {
            case BUREAU -> true;
            case TOWN -> Objects.equals(value, town);
            case SCHOOL -> Objects.equals(value, schoolCode);
            case VILLAGE, NONE -> false;
        };
    }

    public boolean coversTown(String town) {
        return isBureau() || (kind == Kind.TOWN && Objects.equals(value, town));
    }

    /** The school code a list is narrowed to; null where schools do not narrow it. */
    public String school() {
        return switch (kind) {
            case SCHOOL -> value;
            case BUREAU, TOWN -> null;
            case VILLAGE, NONE -> "";
        };
    }

    /** The town a list is narrowed to; null where towns do not narrow it. */
    public String town() {
        return switch (kind) {
            case TOWN -> value;
            case BUREAU, SCHOOL -> null;
            case VILLAGE, NONE -> "";
        };
    }

    /** {@code ownSchool} and {@code ownTown}, the parameters a query is narrowed by; may be added to. */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("ownSchool", school());
        parameters.put("ownTown", town());
        return parameters;
    }

    /** The form of the token's claim. */
    public String claim() {
        return isBureau() ? "bureau" : kind.name().toLowerCase(Locale.ROOT) + ":" + value;
    }
}
