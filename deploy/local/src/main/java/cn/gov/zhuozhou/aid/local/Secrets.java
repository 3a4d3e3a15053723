package cn.gov.zhuozhou.aid.local;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;

/** Keys and passwords of one data folder, made once and readable by their owner alone. */
record Secrets(String fieldKey, String indexKey, String databasePassword, String keycloakPassword) {
    private static final String FIELD_KEY = "field-key";
    private static final String INDEX_KEY = "index-key";
    private static final String DATABASE = "database-password";
    private static final String KEYCLOAK = "keycloak-password";

    static Secrets in(Path file) {
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            Properties kept = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
            return new Secrets(
                    kept.getProperty(FIELD_KEY),
                    kept.getProperty(INDEX_KEY),
                    kept.getProperty(DATABASE),
                    kept.getProperty(KEYCLOAK));
        } catch (IOException e) {
            throw new UncheckedIOException("The keys cannot be kept in " + file, e);
        }
    }

    private static void make(Path file) throws IOException {
        Properties made = new Properties();
        made.setProperty(FIELD_KEY, Base64.getEncoder().encodeToString(random(32)));
        made.setProperty(INDEX_KEY, Base64.getEncoder().encodeToString(random(32)));
        made.setProperty(DATABASE, HexFormat.of().formatHex(random(16)));
        made.setProperty(KEYCLOAK, HexFormat.of().formatHex(random(8)));
        StringWriter text = new StringWriter();
        made.store(text, "Without these keys the data folder cannot be read");
        PrivateFile.write(file, text.toString());
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
