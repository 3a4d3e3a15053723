package cn.gov.zhuozhou.aid.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The users that come with the realm for trials; they all have the same password. */
final class DemoUsers {
    static final String PASSWORD = "aid-demo";
    static final List<DemoUser> ALL = List.of(
            new DemoUser("clerk", "aid-clerk", "bureau"),
            new DemoUser("reviewer", "aid-reviewer", "bureau"),
            new DemoUser("cashier", "aid-payer", "bureau"),
            new DemoUser("inspector", "aid-inspector", "bureau"),
            new DemoUser("auditor", "aid-auditor", "bureau"),
            new DemoUser("admin", "aid-administrator", "bureau"),
            new DemoUser("portal", "aid-viewer", "bureau"),
            new DemoUser("school-clerk", "aid-clerk", "school:9900000001"),
            new DemoUser("school-principal", "aid-reviewer", "school:9900000001"),
            new DemoUser("town-clerk", "aid-clerk", "town:双塔街道"));

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    record DemoUser(String name, String role, String org) {}

    private DemoUsers() {}

    static URI tokenAddress(URI issuer) {
        return URI.create(issuer + "/protocol/openid-connect/token");
    }

    /** A line for the shell that leaves a token in {@code TOKEN}. */
    static String tokenCommand(URI issuer, String user) {
        return "TOKEN=$(curl -s -d client_id=aid-cli -d grant_type=password -d username=%s -d password=%s %s"
                        .formatted(user, PASSWORD, tokenAddress(issuer))
                + " | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')";
    }

    static String token(URI issuer, String user) {
        String form = "client_id=aid-cli&grant_type=password&username=%s&password=%s".formatted(user, PASSWORD);
        HttpRequest request = HttpRequest.newBuilder(tokenAddress(issuer))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            Matcher token = TOKEN.matcher(answer.body());
            if (answer.statusCode() != 200 || !token.find()) {
                throw new IllegalStateException(
                        "No token for " + user + ": " + answer.statusCode() + " " + answer.body());
            }
            return token.group(1);
        } catch (IOException e) {
            throw new IllegalStateException("No token for " + user, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
