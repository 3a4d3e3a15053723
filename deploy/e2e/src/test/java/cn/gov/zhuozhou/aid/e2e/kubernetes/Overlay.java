package cn.gov.zhuozhou.aid.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One overlay as kubectl renders it, strictly parsed. */
record Overlay(String name, List<HasMetadata> documents) {
    private static final Map<String, Overlay> RENDERED = new ConcurrentHashMap<>();
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");

    static Overlay of(String name) {
        return RENDERED.computeIfAbsent(
                name,
                folder -> new Overlay(
                        folder,
                        StrictManifests.parse(Kubectl.kustomize(
                                Manifests.FOLDER.resolve("overlays").resolve(folder)))));
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return documents.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends HasMetadata> T one(Class<T> type, String name) {
        List<T> found = all(type).stream()
                .filter(document -> document.getMetadata().getName().equals(name))
                .toList();
        assertThat(found).as("%s %s", type.getSimpleName(), name).hasSize(1);
        return found.getFirst();
    }

    PodSpec pod(String service) {
        return one(Deployment.class, service).getSpec().getTemplate().getSpec();
    }

    Container app(String service) {
        return only(pod(service).getContainers());
    }

    Container migrate(String service) {
        return only(pod(service).getInitContainers());
    }

    /** The plain values a container gets from config maps and literals; its `${...}` filled in as the service does it. */
    Map<String, String> environment(Container container) {
        Map<String, String> values = new HashMap<>();
        for (var source : container.getEnvFrom()) {
            values.putAll(
                    one(ConfigMap.class, source.getConfigMapRef().getName()).getData());
        }
        for (var variable : container.getEnv()) {
            if (variable.getValue() != null) {
                values.put(variable.getName(), variable.getValue());
            }
        }
        values.replaceAll((name, value) -> EXPRESSION
                .matcher(value)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group()))));
        return values;
    }

    /** Variable -> `secret/key` for everything a container gets from secrets. */
    static Map<String, String> secrets(Container container) {
        Map<String, String> secrets = new HashMap<>();
        for (var variable : container.getEnv()) {
            if (variable.getValueFrom() != null) {
                var secret = variable.getValueFrom().getSecretKeyRef();
                secrets.put(variable.getName(), secret.getName() + "/" + secret.getKey());
            }
        }
        return secrets;
    }

    private static Container only(List<Container> containers) {
        assertThat(containers).hasSize(1);
        return containers.getFirst();
    }
}
