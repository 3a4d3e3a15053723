package cn.gov.zhuozhou.aid.registry.feed.row;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a feed comes from; the code is part of the upload address. */
public enum FeedSource {
    SCHOOLS,
    ENROLMENT,
    IDENTIFIED,
    CIVIL_AFFAIRS_DIBAO,
    CIVIL_AFFAIRS_TEKUN,
    CIVIL_AFFAIRS_ORPHAN,
    POVERTY_OFFICE_REGISTERED,
    DISABLED_FEDERATION;

    /** For example {@code civil-affairs-dibao}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FeedSource> ofCode(String code) {
        return Arrays.stream(values())
                .filter(source -> source.code().equals(code))
                .findFirst();
    }

    /** Whether its rows are persons of a hardship register, all read as {@link RegisterRow}. */
    public boolean isRegister() {
        return switch (this) {
            case CIVIL_AFFAIRS_DIBAO,
                    CIVIL_AFFAIRS_TEKUN,
                    CIVIL_AFFAIRS_ORPHAN,
                    POVERTY_OFFICE_REGISTERED,
                    DISABLED_FEDERATION -> true;
            case SCHOOLS, ENROLMENT, IDENTIFIED -> false;
        };
    }
}
