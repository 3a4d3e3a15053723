package cn.gov.zhuozhou.aid.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RealmFilesTest {
    private static final Path FOLDER = Path.of("../keycloak");

    @Test
    void theUsersShownAreTheUsersOfTheRealm() throws IOException {
        // Given
        String users = Files.readString(FOLDER.resolve("student-aid-users-0.json"));

        // When
        List<String> names = all("\"username\": \"([^\"]+)\"", users);
        List<String> roles = all("\"realmRoles\": \\[\"([^\"]+)\"]", users);
        List<String> orgs = all("\"org\": \\[\"([^\"]+)\"]", users);
        List<String> passwords = all("\"value\": \"([^\"]+)\"", users);

        // Then
        assertThat(names)
                .isEqualTo(DemoUsers.ALL.stream().map(DemoUsers.DemoUser::name).toList());
        assertThat(roles)
                .isEqualTo(DemoUsers.ALL.stream().map(DemoUsers.DemoUser::role).toList());
        assertThat(orgs)
                .isEqualTo(DemoUsers.ALL.stream().map(DemoUsers.DemoUser::org).toList());
        assertThat(passwords).containsOnly(DemoUsers.PASSWORD);
    }

    @Test
    void theRealmItselfHoldsNoUserAndNoSecret() throws IOException {
        // When
        String realm = Files.readString(FOLDER.resolve("student-aid-realm.json"));

        // Then
        assertThat(realm).doesNotContain("\"users\"", "\"secret\"", "\"credentials\"");
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
