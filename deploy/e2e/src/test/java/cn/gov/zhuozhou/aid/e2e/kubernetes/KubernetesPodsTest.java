package cn.gov.zhuozhou.aid.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How the pods of each service in each overlay migrate, start, run and end. */
@ParameterizedClass(name = "{0}: {1}")
@MethodSource("services")
class KubernetesPodsTest {
    private final String service;
    private final Overlay overlay;
    private final PodSpec pod;
    private final Container app;
    private final Container migrate;

    KubernetesPodsTest(String overlayName, String service) {
        // Given
        assumeThat(Kubectl.isThere()).as(Kubectl.MISSING).isTrue();
        this.service = service;

        // When; each test is a Then
        overlay = Overlay.of(overlayName);
        pod = overlay.pod(service);
        app = overlay.app(service);
        migrate = overlay.migrate(service);
    }

    static Stream<Arguments> services() {
        return Manifests.overlays()
                .flatMap(overlay -> Manifests.SERVICES.stream().map(service -> Arguments.of(overlay, service)));
    }

    @Test
    void theMigrationRunsAsTheOwnerAndExits() {
        assertThat(overlay.environment(migrate))
                .containsEntry("QUARKUS_INIT_AND_EXIT", "true")
                .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "true")
                .containsEntry("QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS", "*:future")
                .containsEntry("QUARKUS_FLYWAY_USERNAME", service.replace('-', '_') + "_owner");
        assertThat(Overlay.secrets(migrate))
                .containsOnly(
                        Map.entry("QUARKUS_FLYWAY_PASSWORD", service + "-owner/database-password"),
                        Map.entry("AID_CRYPTO_KEYS_K1", service + "-app/crypto-key-k1"),
                        Map.entry("AID_CRYPTO_INDEX_KEY", service + "-app/crypto-index-key"));
    }

    @Test
    void theAppNeverSeesTheOwnersCredentialsAndNeverMigrates() {
        assertThat(overlay.environment(app))
                .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false")
                .doesNotContainKeys("QUARKUS_FLYWAY_USERNAME", "QUARKUS_INIT_AND_EXIT")
                .allSatisfy((name, value) -> assertThat(value).doesNotContain("_owner"));
        assertThat(Overlay.secrets(app))
                .containsOnly(
                        Map.entry("QUARKUS_DATASOURCE_PASSWORD", service + "-app/database-password"),
                        Map.entry("AID_CRYPTO_KEYS_K1", service + "-app/crypto-key-k1"),
                        Map.entry("AID_CRYPTO_INDEX_KEY", service + "-app/crypto-index-key"));
    }

    @Test
    void theProbesAskTheHealthPathsOfTheService() {
        assertProbe(app.getStartupProbe(), "/q/health/started");
        assertProbe(app.getReadinessProbe(), "/q/health/ready");
        assertProbe(app.getLivenessProbe(), "/q/health/live");
        assertThat(app.getStartupProbe().getPeriodSeconds()
                        * app.getStartupProbe().getFailureThreshold())
                .as("seconds a slow node has to start the service")
                .isGreaterThanOrEqualTo(60);
    }

    @Test
    void noContainerHasMoreRightsThanItNeeds() {
        var security = pod.getSecurityContext();
        assertThat(security.getRunAsNonRoot()).isTrue();
        assertThat(security.getRunAsUser()).isGreaterThanOrEqualTo(10_000L);
        assertThat(security.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(List.of(app, migrate))
                .extracting(Container::getSecurityContext)
                .allSatisfy(container -> {
                    assertThat(container.getPrivileged()).isFalse();
                    assertThat(container.getAllowPrivilegeEscalation()).isFalse();
                    assertThat(container.getReadOnlyRootFilesystem()).isTrue();
                    assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
                    assertThat(container.getCapabilities().getAdd()).isNullOrEmpty();
                    assertThat(container.getRunAsUser()).isNull();
                });
    }

    @Test
    void noTokenOfTheClusterIsMounted() {
        var account = overlay.one(ServiceAccount.class, pod.getServiceAccountName());
        assertThat(account.getMetadata().getName()).isEqualTo(service);
        assertThat(account.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getEnableServiceLinks()).isFalse();
    }

    @Test
    void onlyTmpCanBeWrittenAndHasALimit() {
        assertThat(pod.getVolumes()).singleElement().satisfies(volume -> {
            assertThat(volume.getName()).isEqualTo("tmp");
            assertThat(volume.getEmptyDir().getSizeLimit()).isNotNull();
        });
        assertThat(List.of(app, migrate))
                .allSatisfy(container -> assertThat(container.getVolumeMounts())
                        .singleElement()
                        .satisfies(mount -> {
                            assertThat(mount.getName()).isEqualTo("tmp");
                            assertThat(mount.getMountPath()).isEqualTo("/tmp");
                        }));
    }

    @Test
    void requestsAndLimitsAreSetForEveryResource() {
        assertThat(List.of(app, migrate)).extracting(Container::getResources).allSatisfy(resources -> {
            assertThat(resources.getRequests()).containsOnlyKeys("cpu", "memory", "ephemeral-storage");
            assertThat(resources.getLimits()).containsOnlyKeys("cpu", "memory", "ephemeral-storage");
            resources
                    .getRequests()
                    .forEach((name, request) -> assertThat(request.getNumericalAmount())
                            .as(name)
                            .isPositive()
                            .isLessThanOrEqualTo(resources.getLimits().get(name).getNumericalAmount()));
            // The heap is a share of the limit: memory that is not really there would end in a kill.
            assertThat(resources.getRequests().get("memory"))
                    .isEqualTo(resources.getLimits().get("memory"));
        });
    }

    @Test
    void aRollOutTakesNoPodAwayBeforeTheNewOneIsReady() {
        var spec = overlay.one(Deployment.class, service).getSpec();
        assertThat(spec.getReplicas()).isEqualTo("trial".equals(overlay.name()) ? 1 : 2);
        assertThat(spec.getStrategy().getType()).isEqualTo("RollingUpdate");
        assertThat(spec.getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal())
                .isZero();
        assertThat(spec.getStrategy().getRollingUpdate().getMaxSurge().getIntVal())
                .isEqualTo(1);
        assertThat(overlay.one(PodDisruptionBudget.class, service)
                        .getSpec()
                        .getMaxUnavailable()
                        .getIntVal())
                .isEqualTo(1);
    }

    @Test
    void aPodHasTimeToLeaveTheEndpointsAndToFinishItsRequests() {
        long preStop = app.getLifecycle().getPreStop().getSleep().getSeconds();
        long quarkusShutdownTimeout = 10;
        assertThat(preStop).isPositive();
        assertThat(pod.getTerminationGracePeriodSeconds())
                .isGreaterThanOrEqualTo(preStop + quarkusShutdownTimeout + 10);
    }

    private static void assertProbe(Probe probe, String path) {
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("http");
        assertThat(probe.getPeriodSeconds()).isPositive();
        assertThat(probe.getTimeoutSeconds()).isPositive();
        assertThat(probe.getFailureThreshold()).isPositive();
    }
}
