package io.tenantry.feature.quota;

import static io.tenantry.feature.quota.Tenants.acme;
import static io.tenantry.feature.quota.Tenants.problems;
import static io.tenantry.testkit.Documents.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.Tenantry;
import io.tenantry.testkit.Documents;
import io.tenantry.validation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaProblemsTest {

    @Test
    void findsNothingWrongWithDefaults() {
        assertThat(problems(acme("{}"))).isEmpty();
        assertThat(problems(acme("namespaces: [{name: a}, {name: b}, {name: c}]")))
                .isEmpty();
    }

    /** The seed's own example: 500 pods of 100m would need 50 CPU, but nobody asked for 500 pods. */
    @Test
    void isSilentWhenADefaultPodQuotaIsOutOfReach() {
        assertThat(problems(
                        acme("cpuQuota: 20", "memoryQuota: 50Gi", "storageQuota: 100Gi", "isolationLevel: permissive")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "podQuota: -3 | QUOTA_NEGATIVE spec.podQuota is -3 but must be 0 or more",
                "quota: {cpuQuota: -500m} | QUOTA_NEGATIVE spec.quota.cpuQuota is -500m but must be 0 or more",
                "cpuQuota: 100u | QUOTA_TOO_FINE spec.cpuQuota is 100u but must be a multiple of 1m",
                "memoryQuota: 100500m | QUOTA_TOO_FINE spec.memoryQuota is 100500m but must be a multiple of 1",
                "quota: {extendedResources: {a.b/c: -1}} | QUOTA_NEGATIVE spec.quota.extendedResources.a.b/c is -1 but must be 0 or more",
                "quota: {storageClassQuotas: {fast: {claims: -1}}} | QUOTA_NEGATIVE spec.quota.storageClassQuotas.fast.claims is -1 but must be 0 or more",
                "namespaces: [{name: dev, weight: 0}] | QUOTA_WEIGHT spec.namespaces[dev].weight is 0 but must be 1 or more",
                "quota: {scopes: [BestEffort, NotBestEffort]} | QUOTA_SCOPES_EXCLUDE spec.quota.scopes[1] is NotBestEffort beside BestEffort, but a pod must be in all scopes to be counted",
                "quota: {scopes: [Terminating, Terminating]} | QUOTA_SCOPES_EXCLUDE spec.quota.scopes[1] is Terminating beside Terminating, but a pod must be in all scopes to be counted",
                "quota: {storageClassQuotas: {Fast: {claims: 1}}} | QUOTA_STORAGE_CLASS_NAME spec.quota.storageClassQuotas.Fast is \"Fast\" but must be a DNS subdomain",
                "quota: {extendedResources: {gpu: 1}} | QUOTA_RESOURCE_NAME spec.quota.extendedResources.gpu is no extended resource: those have a domain of their own before the /",
                "quota: {extendedResources: {kubernetes.io/x: 1}} | QUOTA_RESOURCE_NAME spec.quota.extendedResources.kubernetes.io/x is no extended resource: those have a domain of their own before the /",
                "quota: {extendedResources: {a.b/-c: 1}} | QUOTA_RESOURCE_NAME spec.quota.extendedResources.a.b/-c is \"-c\" but must be a name, after an optional prefix and /",
                "quota: {warnings: {cpuQouta: 0.5}} | QUOTA_WARNING_NAME spec.quota.warnings.cpuQouta names no quota",
                "quota: {warnings: {cpuQuota: 80}} | QUOTA_WARNING_RATIO spec.quota.warnings.cpuQuota is 80 but must be above 0 and at most 1",
                "quota: {warnings: {cpuQuota: 0}} | QUOTA_WARNING_RATIO spec.quota.warnings.cpuQuota is 0 but must be above 0 and at most 1"
            })
    void refusesValuesThatKubernetesCannotHave(String spec, String problem) {
        assertThat(problems(acme(spec))).containsExactly(problem);
        assertThat(Tenants.TENANTRY.validate(acme(spec)).valid()).isFalse();
    }

    @Test
    void reportsAllProblemsAtOnce() {
        assertThat(problems(acme("podQuota: -3", "cpuQuota: 1u", "limits: {podCpuLimit: 0}")))
                .hasSize(3);
    }

    @Test
    void refusesSharesAboveTheTotalAndPrintsTheSum() {
        assertThat(problems(acme(
                        "cpuQuota: 100",
                        "namespaces:",
                        "- {name: prod, cpuQuota: 80}",
                        "- {name: qa, cpuQuota: 30500m}")))
                .containsExactly(
                        "QUOTA_SHARES_ABOVE_TOTAL spec.cpuQuota is 100 but its namespaces' shares sum to 110500m:"
                                + " prod 80, qa 30500m");
    }

    @Test
    void refusesLimitsBelowRequests() {
        assertThat(problems(acme("cpuQuota: 100", "cpuLimit: 50")))
                .containsExactly("QUOTA_LIMIT_BELOW_REQUESTS spec.cpuLimit is 50 but must not be below the 100 of"
                        + " requests.cpu");
        assertThat(problems(acme("memoryLimit: 300Gi", "namespaces: [{name: a, memoryQuota: 200Gi}, {name: b}]")))
                .containsExactly("QUOTA_LIMIT_BELOW_REQUESTS spec.memoryLimit gives a 150Gi but must not be below the"
                        + " 200Gi of requests.memory");
    }

    @Test
    void asksForNodePortsWithLoadBalancers() {
        assertThat(problems(acme("quota: {loadBalancerQuota: 2}")))
                .containsExactly(
                        "QUOTA_LOAD_BALANCER_NEEDS_NODE_PORTS spec.quota.loadBalancerQuota is 2 but nodePortQuota"
                                + " is 0, and a load balancer takes a node port for each of its ports");
        assertThat(Tenants.allProblems(acme("quota: {loadBalancerQuota: 2, nodePortQuota: 0}")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("QUOTA_LOAD_BALANCER_WITHOUT_NODE_PORTS");
                    assertThat(problem.severity()).isEqualTo(Severity.WARNING);
                });
        assertThat(problems(acme("quota: {loadBalancerQuota: 2, nodePortQuota: 6}")))
                .isEmpty();
        assertThat(problems(acme("isolationLevel: permissive", "quota: {loadBalancerQuota: 2}")))
                .isEmpty();
    }

    @Test
    void noticesVolumesThatNoClaimCanBind() {
        assertThat(problems(acme("pvQuota: 80")))
                .containsExactly(
                        "QUOTA_PV_ABOVE_PVC spec.pvQuota is 80 but pvcQuota is 50, and a claim binds one volume");
    }

    @Test
    void refusesAQuotaThatNoPlainPodFits() {
        assertThat(problems(acme("cpuQuota: 50m")))
                .containsExactly(
                        "QUOTA_NO_PLAIN_POD spec.cpuQuota is 50m but a pod of one container that states nothing"
                                + " takes 100m of requests.cpu");
        assertThat(problems(acme("cpuQuota: 150m", "memoryQuota: 200Mi")))
                .containsExactly(
                        "QUOTA_NO_PLAIN_POD spec.cpuQuota is 150m but a pod of two containers that states nothing takes"
                                + " 200m of requests.cpu",
                        "QUOTA_NO_PLAIN_POD spec.memoryQuota is 200Mi but a pod of two containers that states nothing"
                                + " takes 256Mi of requests.memory");
        assertThat(problems(acme("cpuQuota: 1", "cpuLimit: 1500m")))
                .containsExactly(
                        "QUOTA_NO_PLAIN_POD spec.cpuLimit is 1500m but a pod of two containers that states nothing"
                                + " takes 2 of limits.cpu");
        assertThat(problems(acme("cpuQuota: 2", "namespaces: [{name: prod, cpuQuota: 2}, {name: dev}]")))
                .containsExactly("QUOTA_NO_PLAIN_POD spec.cpuQuota gives dev 0 but a pod of one container that states"
                        + " nothing takes 100m of requests.cpu");
    }

    @Test
    void warnsWhenWrittenPodsAreOutOfReach() {
        assertThat(problems(acme("cpuQuota: 20", "podQuota: 1000")))
                .containsExactly(
                        "QUOTA_PODS_OUT_OF_REACH spec.podQuota is 1000 but only 200 pods that state nothing fit:"
                                + " each takes 100m of the 20 of requests.cpu");
        assertThat(problems(acme("podQuota: 1000", "limits: {burstCpu: 100}")))
                .containsExactly(
                        "QUOTA_PODS_OUT_OF_REACH spec.podQuota is 1000 but only 100 pods that state nothing fit:"
                                + " each takes 1 of the 100 of limits.cpu");
        assertThat(problems(acme("podQuota: 200", "cpuQuota: 20"))).isEmpty();
    }

    @Test
    void refusesQuotasOnRequestsWherePodsStateNone() {
        assertThat(problems(acme("cpuQuota: 20", "memoryLimit: 1Gi", "limits: {qosClass: BestEffort}")))
                .containsExactly(
                        "QUOTA_NEEDS_REQUESTS spec.cpuQuota bounds requests.cpu but pods of class BestEffort state none, so"
                                + " every pod would be refused",
                        "QUOTA_NEEDS_REQUESTS spec.memoryLimit bounds limits.memory but pods of class BestEffort state"
                                + " none, so every pod would be refused");
        assertThat(problems(acme("limits: {qosClass: BestEffort}"))).isEmpty();
    }

    @Test
    void refusesScopesThatCountNoPod() {
        assertThat(problems(acme("quota: {scopes: [BestEffort]}")))
                .containsExactly("QUOTA_SCOPE_COUNTS_NOTHING spec.quota.scopes counts no pod: with limits.qosClass"
                        + " Burstable every pod is not BestEffort");
        assertThat(problems(acme("quota: {scopes: [NotBestEffort]}", "limits: {qosClass: BestEffort}")))
                .containsExactly("QUOTA_SCOPE_COUNTS_NOTHING spec.quota.scopes counts no pod: with limits.qosClass"
                        + " BestEffort every pod is BestEffort");
    }

    @Test
    void warnsOfPodsThatNoQuotaBounds() {
        assertThat(problems(acme("quota: {scopes: [NotTerminating]}")))
                .containsExactly(
                        "QUOTA_SCOPE_LEAVES_PODS_OUT spec.quota.scopes counts only pods of NotTerminating, and no"
                                + " quota bounds the CPU, memory and number of the others");
        assertThat(problems(acme("quota: {scopes: [NotBestEffort]}"))).isEmpty();
        assertThat(problems(acme("quota: {scopes: [BestEffort]}", "limits: {qosClass: BestEffort}")))
                .isEmpty();
    }

    @Test
    void warnsOfStorageClassesThatTheClusterHasNot() {
        var acme = acme("quota: {storageClassQuotas: {fsat: {claims: 1}, fast: {claims: 1}}}");
        assertThat(problems(acme.plus(profile("storageClasses: [fast, standard]"))))
                .containsExactly(
                        "QUOTA_STORAGE_CLASS_UNKNOWN spec.quota.storageClassQuotas.fsat is no StorageClass of the"
                                + " cluster profile, which has fast, standard");
        assertThat(problems(acme)).isEmpty();
    }

    @Test
    void reportsAWrongDefaultOfTheProfileWhereItStands() {
        var input = acme("{}").plus(profile("tenantDefaults: {quota: {podQuota: -1}}"));
        assertThat(problems(input))
                .singleElement()
                .asString()
                .startsWith("QUOTA_NEGATIVE")
                .contains("podQuota is -1");
    }

    @Test
    void judgesNoDefaultsOfPodsWhereNoLimitsAreMade() {
        var alone = Tenantry.of(new QuotaContributor());
        assertThat(alone.validate(acme("cpuQuota: 50m")).problems()).isEmpty();
        assertThat(alone.render(Input.of(Documents.tenant("acme", "cpuQuota: 50m")))
                        .tenants())
                .hasSize(1);
    }

    @Test
    void pointsAtTheLine() {
        assertThat(Tenants.allProblems(acme("cpuQuota: 1", "podQuota: -3"))
                        .get(0)
                        .location())
                .isNotNull()
                .satisfies(location -> assertThat(location).hasToString("acme.yaml:6:13"));
    }
}
