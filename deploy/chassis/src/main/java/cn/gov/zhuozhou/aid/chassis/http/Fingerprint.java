package cn.gov.zhuozhou.aid.chassis.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/** What tells one request from another: the operation and everything given to it, the same on every replica. */
@Singleton
class Fingerprint {
    private final ObjectMapper json;

    @Inject
    Fingerprint(ObjectMapper json) {
        this.json = json.copy()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .registerModule(new SimpleModule().addSerializer(new InOrder(json)));
    }

    String of(String operation, Method method, Object[] values) throws IOException {
        MessageDigest digest = sha256();
        digest.update(operation.getBytes(UTF_8));
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < values.length; i++) {
            if (isToken(parameters[i])) {
                continue;
            }
            digest.update((byte) 0);
            if (values[i] instanceof File file) {
                try (var in = new DigestInputStream(Files.newInputStream(file.toPath()), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            } else {
                digest.update(json.writeValueAsBytes(values[i]));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Keys belong to who asks, and he may have a new token by the time he asks again. */
    private static boolean isToken(Parameter parameter) {
        HeaderParam header = parameter.getAnnotation(HeaderParam.class);
        return header != null && header.value().equalsIgnoreCase(HttpHeaders.AUTHORIZATION);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets have an order of their own in every process. */
    private static final class InOrder extends StdSerializer<Set<?>> {
        private final transient ObjectMapper json;

        InOrder(ObjectMapper json) {
            super(json.constructType(new TypeReference<Set<?>>() {}));
            this.json = json;
        }

        @Override
        public void serialize(Set<?> set, JsonGenerator out, SerializerProvider provider) throws IOException {
            Set<String> texts = new TreeSet<>();
            for (Object element : set) {
                texts.add(json.writeValueAsString(element));
            }
            out.writeStartArray();
            for (String text : texts) {
                out.writeString(text);
            }
            out.writeEndArray();
        }
    }
}
