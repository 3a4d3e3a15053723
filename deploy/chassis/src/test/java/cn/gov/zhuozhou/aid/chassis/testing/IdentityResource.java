package cn.gov.zhuozhou.aid.chassis.testing;

import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.util.HashMap;
import java.util.Map;

/** Gives a {@code @QuarkusTest} an identity provider that trusts what {@link Tokens} signs; the service keeps its own OIDC settings. */
public final class IdentityResource extends OidcWiremockTestResource {
    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>(super.start());
        configuration.put("quarkus.oidc.auth-server-url", configuration.get("keycloak.url") + "/realms/quarkus");
        return configuration;
    }
}
