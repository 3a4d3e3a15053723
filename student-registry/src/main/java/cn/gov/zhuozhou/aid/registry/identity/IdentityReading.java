package cn.gov.zhuozhou.aid.registry.identity;

import java.util.Optional;

/** What became of a text that should be an identity number. */
public sealed interface IdentityReading {
    /**
     * A number to be used.
     *
     * @param converted it was written in the 15 digits of before 1999
     */
    record Valid(IdentityNumber number, boolean converted) implements IdentityReading {}

    /** A text to be refused. */
    record Refused(NumberFault fault) implements IdentityReading {}

    default Optional<IdentityNumber> ifValid() {
        return this instanceof Valid valid ? Optional.of(valid.number()) : Optional.empty();
    }
}
