package cn.gov.zhuozhou.aid.registry.identity;

/**
 * A disability certificate (残疾人证): its 20-digit number is the identity number, the type and the grade; after a re-issue {@code B1}
 * and so on may follow.
 *
 * @param grade 1 (most severe) to 4
 * @param reissue 0 for the first certificate
 */
public record DisabilityCertificate(IdentityNumber holder, Type type, int grade, int reissue) {
    private static final int LENGTH = IdentityNumber.LENGTH + 2;

    /** Kinds of disability in the order of their digits. */
    public enum Type {
        SIGHT,
        HEARING,
        SPEECH,
        LIMBS,
        INTELLECT,
        MENTAL,
        MULTIPLE
    }

    /** Reads a certificate number as found in a file. */
    public static Reading read(String raw) {
        String plain = raw == null ? "" : Cleaned.number(raw);
        if (plain.length() < LENGTH) {
            boolean whole = IdentityNumber.read(plain).ifValid().isPresent();
            return whole ? new Reading.Refused(NumberFault.WRONG_LENGTH) : refusedAs(plain);
        }
        if (!(IdentityNumber.read(plain.substring(0, IdentityNumber.LENGTH)) instanceof IdentityReading.Valid holder)) {
            return refusedAs(plain.substring(0, IdentityNumber.LENGTH));
        }
        int type = plain.charAt(LENGTH - 2) - '1';
        int grade = plain.charAt(LENGTH - 1) - '0';
        int reissue = reissue(plain.substring(LENGTH));
        if (type < 0 || type >= Type.values().length || grade < 1 || grade > 4 || reissue < 0) {
            return new Reading.Refused(NumberFault.BAD_CHARACTERS);
        }
        return new Reading.Valid(new DisabilityCertificate(holder.number(), Type.values()[type], grade, reissue));
    }

    private static Reading refusedAs(String number) {
        return IdentityNumber.read(number) instanceof IdentityReading.Refused refused
                ? new Reading.Refused(refused.fault())
                : new Reading.Refused(NumberFault.WRONG_LENGTH);
    }

    private static int reissue(String suffix) {
        if (suffix.isEmpty()) {
            return 0;
        }
        boolean formed = suffix.length() >= 2
                && suffix.length() <= 3
                && suffix.charAt(0) == 'B'
                && Cleaned.isDigits(suffix, 1, suffix.length());
        return formed ? Integer.parseInt(suffix.substring(1)) : -1;
    }

    /** What became of a text that should be a certificate number. */
    public sealed interface Reading {
        /** A certificate to be used. */
        record Valid(DisabilityCertificate certificate) implements Reading {}

        /** A text to be refused. */
        record Refused(NumberFault fault) implements Reading {}
    }
}
