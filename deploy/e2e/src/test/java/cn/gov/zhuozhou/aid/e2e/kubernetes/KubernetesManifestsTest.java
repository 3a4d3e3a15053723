package cn.gov.zhuozhou.aid.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What each overlay consists of, and that its parts find each other. */
@ParameterizedClass
@MethodSource("cn.gov.zhuozhou.aid.e2e.kubernetes.Manifests#overlays")
class KubernetesManifestsTest {
    private final Overlay overlay;

    KubernetesManifestsTest(String name) {
        // Given
        assumeThat(Kubectl.isThere()).as(Kubectl.MISSING).isTrue();

        // When; each test is a Then
        overlay = Overlay.of(name);
    }

    @Test
    void eachServiceIsThereOnceWithAllItsParts() {
        for (var type : List.of(Deployment.class, Service.class, ServiceAccount.class, PodDisruptionBudget.class)) {
            assertThat(overlay.all(type))
                    .extracting(document -> document.getMetadata().getName())
                    .containsExactlyInAnyOrderElementsOf(Manifests.SERVICES);
        }
    }

    @Test
    void everythingLivesInTheNamespaceOfTheSuite() {
        assertThat(overlay.one(Namespace.class, "student-aid").getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
        assertThat(overlay.documents())
                .filteredOn(document -> !(document instanceof Namespace))
                .extracting(document -> document.getMetadata().getNamespace())
                .containsOnly("student-aid");
    }

    @Test
    void nothingKeepsThePlaceholderName() {
        assertThat(overlay.documents())
                .extracting(HasMetadata::getMetadata)
                .allSatisfy(metadata -> assertThat(metadata.getName()).isNotEqualTo("service"))
                .allSatisfy(metadata -> assertThat(metadata.getLabels()).doesNotContainValue("service"));
    }

    @Test
    void selectorsFindThePodsOfTheirOwnServiceOnly() {
        for (String service : Manifests.SERVICES) {
            var spec = overlay.one(Deployment.class, service).getSpec();
            var budget = overlay.one(PodDisruptionBudget.class, service).getSpec();
            var endpoint = overlay.one(Service.class, service).getSpec();
            var spread = spec.getTemplate().getSpec().getTopologySpreadConstraints();

            assertThat(deploymentsWithPods(spec.getSelector().getMatchLabels())).containsExactly(service);
            assertThat(deploymentsWithPods(budget.getSelector().getMatchLabels()))
                    .containsExactly(service);
            assertThat(deploymentsWithPods(endpoint.getSelector())).containsExactly(service);
            assertThat(spread)
                    .isNotEmpty()
                    .allSatisfy(constraint -> assertThat(deploymentsWithPods(
                                    constraint.getLabelSelector().getMatchLabels()))
                            .containsExactly(service));
        }
    }

    @Test
    void theServicePortLeadsToThePortTheAppListensOn() {
        for (String service : Manifests.SERVICES) {
            Container app = overlay.app(service);

            assertThat(overlay.one(Service.class, service).getSpec().getPorts())
                    .singleElement()
                    .satisfies(port -> {
                        assertThat(port.getPort()).isEqualTo(8080);
                        assertThat(port.getTargetPort().getStrVal()).isEqualTo("http");
                    });
            assertThat(app.getPorts()).singleElement().satisfies(port -> {
                assertThat(port.getName()).isEqualTo("http");
                assertThat(port.getContainerPort()).isEqualTo(8080);
            });
            assertThat(overlay.environment(app)).containsEntry("QUARKUS_HTTP_PORT", "8080");
        }
    }

    @Test
    void everyContainerRunsItsServiceInOneAndTheSameFixedVersion() {
        String version = version(overlay.app(Manifests.SERVICES.getFirst()));

        assertThat(version).isNotBlank().isNotEqualTo("latest");
        for (String service : Manifests.SERVICES) {
            assertThat(overlay.app(service).getImage())
                    .endsWith("student-aid/" + service + ":" + version)
                    .isEqualTo(overlay.migrate(service).getImage());
        }
    }

    @Test
    void theConfigurationResolvesToTheServicesOwnDatabaseAndTheCommonAddresses() {
        for (String service : Manifests.SERVICES) {
            String database = service.replace('-', '_');

            Map<String, String> values = overlay.environment(overlay.app(service));

            assertThat(values.get("QUARKUS_DATASOURCE_JDBC_URL"))
                    .matches("jdbc:postgresql://[a-z0-9.-]+:\\d+/" + database + "(\\?.*)?");
            assertThat(values).containsEntry("QUARKUS_DATASOURCE_USERNAME", database + "_app");
            assertThat(values.get("KAFKA_BOOTSTRAP_SERVERS")).matches("[a-z0-9.-]+:\\d+(,[a-z0-9.-]+:\\d+)*");
            assertThat(values.get("QUARKUS_OIDC_AUTH_SERVER_URL")).matches("https?://.+/realms/student-aid");
            assertThat(values.values()).noneMatch(value -> value.contains("${"));
        }
    }

    @Test
    void passwordsAndKeysComeFromSecretsOnly() {
        String secretName = "(?i).*(PASSWORD|SECRET|TOKEN|CRYPTO).*";

        assertThat(overlay.all(ConfigMap.class))
                .flatExtracting(config -> config.getData().keySet())
                .noneMatch(name -> name.matches(secretName));
        assertThat(containers())
                .flatExtracting(Container::getEnv)
                .filteredOn(variable -> variable.getName().matches(secretName))
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(
                                variable.getValueFrom().getSecretKeyRef().getName())
                        .isNotBlank());
        assertThat(containers())
                .flatExtracting(Container::getEnvFrom)
                .allSatisfy(source -> assertThat(source.getSecretRef()).isNull());
    }

    @Test
    void theNetworkIsClosedExceptForNamedPeers() {
        var policies = overlay.all(NetworkPolicy.class);
        var deny = overlay.one(NetworkPolicy.class, "default-deny").getSpec();

        assertThat(deny.getPodSelector().getMatchLabels()).isNullOrEmpty();
        assertThat(deny.getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(deny.getIngress()).isEmpty();
        assertThat(deny.getEgress()).isEmpty();
        assertThat(policies)
                .flatExtracting(policy -> policy.getSpec().getIngress())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.getFrom()).isNotEmpty())
                .allSatisfy(rule -> assertThat(rule.getPorts()).isNotEmpty());
        assertThat(policies)
                .flatExtracting(policy -> policy.getSpec().getEgress())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.getTo()).isNotEmpty())
                .allSatisfy(rule -> assertThat(rule.getPorts()).isNotEmpty());
        for (String policy : List.of("services-ingress", "services-egress")) {
            assertThat(deploymentsWithPods(overlay.one(NetworkPolicy.class, policy)
                            .getSpec()
                            .getPodSelector()
                            .getMatchLabels()))
                    .containsExactlyInAnyOrderElementsOf(Manifests.SERVICES);
        }
    }

    private List<String> deploymentsWithPods(Map<String, String> labels) {
        assertThat(labels).isNotEmpty();
        return overlay.all(Deployment.class).stream()
                .filter(deployment -> deployment
                        .getSpec()
                        .getTemplate()
                        .getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(labels.entrySet()))
                .map(deployment -> deployment.getMetadata().getName())
                .toList();
    }

    private List<Container> containers() {
        return Manifests.SERVICES.stream()
                .flatMap(service -> Stream.of(overlay.app(service), overlay.migrate(service)))
                .toList();
    }

    private static String version(Container container) {
        return container.getImage().substring(container.getImage().lastIndexOf(':') + 1);
    }
}
