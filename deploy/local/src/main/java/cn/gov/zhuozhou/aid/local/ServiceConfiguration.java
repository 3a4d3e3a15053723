package cn.gov.zhuozhou.aid.local;

import cn.gov.zhuozhou.aid.chassis.testing.PostgresDatabase;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What one service is told about this machine. */
record ServiceConfiguration(Map<String, String> properties) {

    static ServiceConfiguration of(
            SuiteService service,
            SuiteOptions options,
            PostgresDatabase database,
            String kafka,
            URI issuer,
            Secrets secrets) {
        Map<String, String> properties = new TreeMap<>(database.quarkusConfiguration());
        properties.put("quarkus.http.host", "127.0.0.1");
        properties.put("quarkus.http.port", String.valueOf(options.ports().of(service.id())));
        properties.put("kafka.bootstrap.servers", kafka);
        properties.put("quarkus.oidc.auth-server-url", issuer.toString());
        properties.put("aid.clock.adjustable", "true");
        properties.put("aid.clock.start", options.clockStart().toString());
        properties.put("aid.crypto.keys.k1", secrets.fieldKey());
        properties.put("aid.crypto.index-key", secrets.indexKey());
        properties.put("aid.registry.url", "http://localhost:" + options.ports().of("student-registry"));
        properties.put("aid.payment.payer.code", "zhuozhou-aid");
        properties.put("aid.payment.payer.account-name", "演示县学生资助管理中心");
        properties.put("aid.payment.payer.account-number", "50012345678901");
        properties.put("aid.payment.payer.bank-code", "103100000026");
        properties.put("aid.payment.payer.bank-name", "中国农业银行");
        // A stop need not wait for messages under way: the inbox takes them again, once.
        properties.put("mp.messaging.connector.smallrye-kafka.graceful-shutdown", "false");
        properties.putAll(options.settings());
        return new ServiceConfiguration(properties);
    }

    /** Writes it where Quarkus looks for it when {@code folder} is the working directory. */
    void writeTo(Path folder) {
        Properties file = new Properties();
        file.putAll(properties);
        try {
            StringWriter text = new StringWriter();
            file.store(text, "Written at every start");
            PrivateFile.write(folder.resolve("config/application.properties"), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The configuration cannot be written to " + folder, e);
        }
    }

    @Override
    public String toString() {
        return "ServiceConfiguration" + properties.keySet();
    }
}
