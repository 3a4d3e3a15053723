package cn.gov.zhuozhou.aid.local;

import java.net.URI;
import java.time.Duration;

/** What a person sees when the suite is up: where it is and how to get in. */
final class Welcome {
    private Welcome() {}

    static String text(LocalSuite suite, Duration took) {
        StringBuilder text = new StringBuilder();
        text.append("\n学生资助套件已就绪 · the student-aid suite is ready (%d s)%n".formatted(took.toSeconds()));
        for (SuiteService service : SuiteService.values()) {
            text.append(
                    "  %-25s %s/api/v1   OpenAPI %2$s/q/openapi%n".formatted(service.id(), suite.url(service.id())));
        }
        URI keycloak = suite.keycloakUrl();
        text.append("  %-25s %s   (%s, 密码见 password in %s/secrets.properties)%n"
                .formatted(
                        "keycloak",
                        keycloak,
                        KeycloakServer.ADMIN,
                        suite.options().data()));
        text.append("\n演示用户 · demo users（密码 password: %s）%n".formatted(DemoUsers.PASSWORD));
        for (DemoUsers.DemoUser user : DemoUsers.ALL) {
            text.append("  %-17s %-18s %s%n".formatted(user.name(), user.role(), user.org()));
        }
        URI issuer = keycloak.resolve("/realms/" + KeycloakServer.REALM);
        text.append("\n取令牌 · a token:\n  ").append(DemoUsers.tokenCommand(issuer, "clerk"));
        text.append("\n  curl -s -H \"Authorization: Bearer $TOKEN\" %s/api/v1/schools%n"
                .formatted(suite.url("student-registry")));
        text.append("\n日志 · logs: %s/logs    停止 · stop: Ctrl-C%n"
                .formatted(suite.options().data()));
        return text.toString();
    }
}
