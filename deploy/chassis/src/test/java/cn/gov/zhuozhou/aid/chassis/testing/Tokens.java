package cn.gov.zhuozhou.aid.chassis.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Signed bearer tokens for a {@code @QuarkusTest} with {@link IdentityResource}, with the claims the realm of the suite issues.
 * The same user name always has the same subject.
 */
public final class Tokens {
    /** Jurisdiction over the whole county. */
    public static final String BUREAU = "bureau";

    private static final String ISSUER = "https://server.example.com";
    private static final String AUDIENCE = "student-aid";

    private final String user;
    private Set<String> roles = Set.of();
    private String org = BUREAU;
    private Duration life = Duration.ofMinutes(15);

    private Tokens(String user) {
        this.user = user;
    }

    /** A user without any role, of the bureau. */
    public static Tokens of(String user) {
        return new Tokens(user);
    }

    public static String clerk() {
        return clerk(BUREAU);
    }

    public static String clerk(String org) {
        return token("clerk", "aid-clerk", org);
    }

    public static String reviewer() {
        return reviewer(BUREAU);
    }

    public static String reviewer(String org) {
        return token("reviewer", "aid-reviewer", org);
    }

    public static String payer() {
        return payer(BUREAU);
    }

    public static String payer(String org) {
        return token("payer", "aid-payer", org);
    }

    public static String auditor() {
        return auditor(BUREAU);
    }

    public static String auditor(String org) {
        return token("auditor", "aid-auditor", org);
    }

    public static String administrator() {
        return administrator(BUREAU);
    }

    public static String administrator(String org) {
        return token("admin", "aid-administrator", org);
    }

    public static String inspector() {
        return inspector(BUREAU);
    }

    public static String inspector(String org) {
        return token("inspector", "aid-inspector", org);
    }

    public static String viewer() {
        return viewer(BUREAU);
    }

    public static String viewer(String org) {
        return token("portal", "aid-viewer", org);
    }

    public Tokens roles(String... names) {
        roles = Set.of(names);
        return this;
    }

    /** {@code bureau}, {@code town:<name>}, {@code school:<code>} or {@code village:<town>/<village>}; null for none at all. */
    public Tokens org(String jurisdiction) {
        org = jurisdiction;
        return this;
    }

    /** A token whose time is over. */
    public Tokens expired() {
        life = Duration.ofMinutes(-15);
        return this;
    }

    public String token() {
        Instant now = Instant.now();
        JwtClaimsBuilder claims = Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(UUID.nameUUIDFromBytes(user.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .claim("preferred_username", user)
                .claim("name", user)
                .groups(roles)
                .issuedAt(now.minus(Duration.ofHours(1)))
                .expiresAt(now.plus(life));
        if (org != null) {
            claims.claim("org", org);
        }
        return claims.jws().keyId("1").sign("privateKey.jwk");
    }

    private static String token(String user, String role, String org) {
        String name = BUREAU.equals(org) ? user : user + "@" + org;
        return of(name).roles(role).org(org).token();
    }
}
