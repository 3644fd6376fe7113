package io.tenantry.feature.quota;

import static io.tenantry.feature.quota.Tenants.acme;
import static io.tenantry.feature.quota.Tenants.problems;
import static io.tenantry.testkit.Documents.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.validation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{podCpuRequest: 0} | LIMITS_TOO_SMALL spec.limits.podCpuRequest is 0 but must be 1m or more: Kubernetes takes a limit of 0 for no limit",
                "{podMemoryLimit: -1Gi} | LIMITS_TOO_SMALL spec.limits.podMemoryLimit is -1Gi but must be 1Mi or more: Kubernetes takes a limit of 0 for no limit",
                "{podMemoryRequest: 100m} | LIMITS_TOO_SMALL spec.limits.podMemoryRequest is 100m but must be 1Mi or more: Kubernetes takes a limit of 0 for no limit",
                "{podCpuRequest: 1500u} | LIMITS_TOO_FINE spec.limits.podCpuRequest is 1500u but must be a multiple of 1m",
                "{podMemoryRequest: 2097152500m} | LIMITS_TOO_FINE spec.limits.podMemoryRequest is 2097152500m but must be a multiple of 1",
                "{minReplicas: -1} | LIMITS_REPLICAS spec.limits.minReplicas is -1 but must be 0 or more",
                "{podCpuRequest: 9, podCpuLimit: 20} | LIMITS_REQUEST_ABOVE_MAX spec.limits.podCpuRequest is 9 but containerCpuLimit is 8, so every container that states nothing is refused",
                "{ephemeralStorageRequest: 11Gi} | LIMITS_REQUEST_ABOVE_MAX spec.limits.ephemeralStorageRequest is 11Gi but ephemeralStorageLimit is 10Gi, so every container that states nothing is refused",
                "{podCpuRequest: 6} | LIMITS_NO_PLAIN_POD spec.limits.podCpuLimit is 10 but a pod of two containers that state nothing requests 12",
                "{podMemoryLimit: 200Mi, podMemoryRequest: 101Mi} | LIMITS_NO_PLAIN_POD spec.limits.podMemoryLimit is 200Mi but a pod of two containers that state nothing requests 202Mi",
                "{qosClass: Guaranteed, allowBursting: true} | LIMITS_QOS_BURSTING spec.limits.allowBursting is true but qosClass is Guaranteed, whose limits equal its requests",
                "{qosClass: BestEffort, allowBursting: false} | LIMITS_QOS_BURSTING spec.limits.allowBursting is false but qosClass is BestEffort, whose pods use what is free",
                "{qosClass: BestEffort, podCpuLimit: 4} | LIMITS_QOS_BEST_EFFORT spec.limits.podCpuLimit is written but qosClass is BestEffort, whose pods have no requests and no limits of CPU and memory",
                "{allowBursting: false, burstCpu: 200} | LIMITS_BURST_NOT_ALLOWED spec.limits.burstCpu is written but limits must equal requests here, so nothing can burst",
                "{qosClass: Guaranteed, burstMemory: 512Gi} | LIMITS_BURST_NOT_ALLOWED spec.limits.burstMemory is written but limits must equal requests here, so nothing can burst",
                "{burstCpu: 50} | LIMITS_BURST_BELOW_QUOTA spec.limits.burstCpu is 50 but pods of acme may request 100, and limits are never below requests",
                "{podCpuLimit: 101} | LIMITS_POD_ABOVE_QUOTA spec.limits.podCpuLimit is 101 but all pods of acme together may have 100 of requests.cpu",
                "{podMemoryLimit: 257Gi} | LIMITS_POD_ABOVE_QUOTA spec.limits.podMemoryLimit is 257Gi but all pods of acme together may have 256Gi of requests.memory",
                "{minReplicas: 501} | LIMITS_REPLICAS_ABOVE_PODS spec.limits.minReplicas is 501 but acme may have 500 pods, so nothing could run there"
            })
    void refusesWhatCannotBe(String limits, String problem) {
        assertThat(problems(acme("limits: " + limits))).containsExactly(problem);
        assertThat(Tenants.TENANTRY.validate(acme("limits: " + limits)).valid()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}", "{qosClass: Guaranteed}", "{qosClass: Guaranteed, allowBursting: false}",
                        "{qosClass: BestEffort}",
                "{burstCpu: 100, burstMemory: 256Gi}", "{minReplicas: 0}", "{podCpuRequest: 5}",
                        "{allowBursting: false}"
            })
    void acceptsWhatFits(String limits) {
        assertThat(problems(acme("limits: " + limits))).isEmpty();
    }

    @Test
    void isSilentWhenADefaultPodMaxIsAboveASmallQuota() {
        assertThat(problems(acme("cpuQuota: 4", "memoryQuota: 8Gi"))).isEmpty();
        assertThat(problems(acme("cpuQuota: 4", "limits: {podCpuLimit: 10}"))).hasSize(1);
    }

    @Test
    void comparesAPodWithTheQuotaOnLimitsWhereThereIsOne() {
        assertThat(problems(acme("cpuQuota: 4", "cpuLimit: 20", "limits: {podCpuLimit: 20}")))
                .isEmpty();
        assertThat(problems(acme("cpuQuota: 4", "cpuLimit: 20", "limits: {podCpuLimit: 21}")))
                .containsExactly(
                        "LIMITS_POD_ABOVE_QUOTA spec.limits.podCpuLimit is 21 but all pods of acme together may"
                                + " have 20 of limits.cpu");
    }

    @Test
    void refusesTwoDifferentQuotasOnLimits() {
        assertThat(problems(acme("cpuLimit: 150", "limits: {burstCpu: 200}")))
                .containsExactly(
                        "LIMITS_BURST_TWICE spec.limits.burstCpu is 200 but the quota already bounds limits.cpu to"
                                + " 150 in acme");
        assertThat(problems(acme("cpuLimit: 200", "limits: {burstCpu: 200}"))).isEmpty();
    }

    @Test
    void judgesANamespaceByItsShare() {
        assertThat(problems(acme(
                        "cpuQuota: 20",
                        "namespaces: [{name: prod, cpuQuota: 15, limits: {podCpuLimit: 16}}, {name: dev}]")))
                .containsExactly(
                        "LIMITS_POD_ABOVE_QUOTA spec.namespaces[prod].limits.podCpuLimit is 16 but all pods of prod"
                                + " together may have 15 of requests.cpu");
    }

    @Test
    void warnsOfAContainerLargerThanAPod() {
        var problems = Tenants.allProblems(acme("limits: {containerCpuLimit: 12}"));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("LIMITS_CONTAINER_ABOVE_POD");
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.message()).isEqualTo("is 12 but podCpuLimit is 10, so no container can have it");
        });
    }

    @Test
    void findsANodeForTheLargestPod() {
        var nodes = profile("nodes:", "- {count: 3, cpu: '16', memory: 64Gi}", "- {count: 3, cpu: '64', memory: 32Gi}");
        assertThat(problems(acme("{}").plus(nodes))).doesNotContain("LIMITS_POD_ABOVE_NODE");
        assertThat(problems(acme("limits: {podCpuLimit: 65}").plus(nodes)))
                .contains("LIMITS_POD_ABOVE_NODE spec.limits.podCpuLimit is 65 but no node has more than 64 CPU");
        assertThat(problems(acme("limits: {podMemoryLimit: 65Gi}").plus(nodes)))
                .contains("LIMITS_POD_ABOVE_NODE spec.limits.podMemoryLimit is 65Gi but no node has more than 64Gi");
        assertThat(problems(
                        acme("limits: {podCpuLimit: 20, podMemoryLimit: 40Gi}").plus(nodes)))
                .contains("LIMITS_POD_ABOVE_NODE spec.limits.podMemoryLimit is 40Gi but no node has that and 20 CPU");
    }

    @Test
    void onlyWarnsWhenADefaultPodIsAboveEveryNode() {
        var small = profile("nodes: [{count: 100, cpu: '8', memory: 64Gi}]");
        assertThat(Tenants.allProblems(acme("{}").plus(small))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("LIMITS_POD_ABOVE_NODE");
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void letsANamespaceChooseAnotherQualityOfService() {
        assertThat(
                        problems(
                                acme(
                                        "limits: {podCpuLimit: 8, allowBursting: true}",
                                        "namespaces: [{name: a, limits: {qosClass: Guaranteed}}, {name: b, limits: {qosClass: BestEffort}}]")))
                .isEmpty();
    }
}
