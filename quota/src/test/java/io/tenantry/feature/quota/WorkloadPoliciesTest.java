package io.tenantry.feature.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.spi.ClusterView;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the CEL of the policies decides. */
class WorkloadPoliciesTest {
    private static final ClusterView CLUSTER = Tenants.render("{}").cluster();
    private static final String NOTHING = "{}";
    private static final String REQUESTS_CPU = "{'requests': {'cpu': '100m'}}";
    private static final String LIMITS_EQUAL =
            "{'requests': {'cpu': '100m', 'memory': '1Gi'}, 'limits': {'cpu': '0.1', 'memory': '1024Mi'}}";
    private static final String LIMITS_ABOVE =
            "{'requests': {'cpu': '100m', 'memory': '1Gi'}, 'limits': {'cpu': '200m', 'memory': '1Gi'}}";
    private static final String ZEROES =
            "{'requests': {'cpu': '0', 'memory': '0'}, 'limits': {'cpu': '0', 'memory': '0'}}";

    @Test
    void tellsTheClassOfAPodByItsResources() {
        assertThat(admitted("Guaranteed", LIMITS_EQUAL)).isTrue();
        assertThat(admitted("BestEffort", NOTHING, ZEROES)).isTrue();

        assertThat(admitted("Guaranteed", LIMITS_ABOVE, REQUESTS_CPU, NOTHING, ZEROES))
                .isFalse();
        assertThat(admitted("BestEffort", REQUESTS_CPU, LIMITS_ABOVE, LIMITS_EQUAL))
                .isFalse();
    }

    @Test
    void looksAtEveryContainerAndAtInitContainers() {
        assertThat(qosClass("Guaranteed").denies(pod("", LIMITS_EQUAL, LIMITS_EQUAL)))
                .isEmpty();
        assertThat(qosClass("Guaranteed").denies(pod("", LIMITS_EQUAL, NOTHING)))
                .hasValueSatisfying(message -> assertThat(message)
                        .isEqualTo("its quality of service must be Guaranteed; give every container limits of cpu and"
                                + " memory that equal its requests"));
        assertThat(qosClass("Guaranteed").denies(pod(init(LIMITS_ABOVE), LIMITS_EQUAL)))
                .isPresent();
        assertThat(qosClass("BestEffort").denies(pod(init(REQUESTS_CPU), NOTHING)))
                .isPresent();
        assertThat(qosClass("BestEffort").denies(pod(init(NOTHING), NOTHING))).isEmpty();
    }

    /** From 1.34 a pod may state resources as a whole, which then decide. */
    @Test
    void takesTheResourcesOfThePodWhereItStatesThem() {
        assertThat(qosClass("Guaranteed").denies(pod(", 'resources': " + LIMITS_EQUAL, NOTHING)))
                .isEmpty();
        assertThat(qosClass("Guaranteed").denies(pod(", 'resources': " + LIMITS_ABOVE, LIMITS_EQUAL)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BestEffort", "Guaranteed", "Other"})
    void refusesAStatusThatClaimsAnotherClass(String claimed) {
        var pod = pod("}, 'status': {'qosClass': '" + claimed + "'", REQUESTS_CPU);

        assertThat(qosStatus().denies(pod))
                .contains("status.qosClass says " + claimed + " but its resources say another; remove status");
        assertThat(qosStatus().denies(pod.replace(claimed, "Burstable"))).isEmpty();
    }

    @Test
    void saysWhatToDoAboutEachClass() {
        assertThat(qosClass("BestEffort").denies(pod("", REQUESTS_CPU)))
                .contains("its quality of service must be BestEffort; remove requests and limits of cpu and memory");
    }

    @Test
    void believesAStatusThatIsTrue() {
        assertThat(qosStatus().denies(pod("}, 'status': {'qosClass': 'Guaranteed'", LIMITS_EQUAL)))
                .isEmpty();
        for (var resources : List.of(NOTHING, ZEROES)) {
            assertThat(qosStatus().denies(pod("}, 'status': {'qosClass': 'BestEffort'", resources)))
                    .isEmpty();
            assertThat(qosStatus().denies(pod("}, 'status': {'qosClass': 'Burstable'", resources)))
                    .isPresent();
        }
        assertThat(qosStatus().denies(pod("", NOTHING))).isEmpty();
    }

    /** There the LimitRange leaves no container without a request. */
    @Test
    void passesOverNamespacesThatWantBurstable() {
        assertThat(WorkloadPolicies.qosClass(CLUSTER)
                        .policy()
                        .getSpec()
                        .getMatchConstraints()
                        .getNamespaceSelector()
                        .getMatchExpressions())
                .anySatisfy(expression -> {
                    assertThat(expression.getKey()).isEqualTo("tenantry.io/qos-class");
                    assertThat(expression.getOperator()).isEqualTo("NotIn");
                    assertThat(expression.getValues()).containsExactly("Burstable");
                });
    }

    @Test
    void leavesNamespacesAloneThatWantNothing() {
        for (var resources : List.of(NOTHING, REQUESTS_CPU, LIMITS_EQUAL)) {
            assertThat(PolicyInCel.of(WorkloadPolicies.qosClass(CLUSTER)).denies(pod("", resources)))
                    .isEmpty();
        }
        assertThat(PolicyInCel.of(WorkloadPolicies.minReplicas(CLUSTER)).denies(replicas(1)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "2, false", "3, true", "10, true"})
    void wantsEnoughReplicasOrNone(int replicas, boolean admitted) {
        assertThat(minReplicas().denies(replicas(replicas)).isEmpty()).isEqualTo(admitted);
    }

    @Test
    void countsAbsentReplicasAsNoneLikeTheScaleOfAStoppedWorkload() {
        assertThat(minReplicas().denies("{'spec': {}}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, true", "1, 2, true", "2, 1, false", "5, 2, false", "5, 0, true", "0, 1, false", "0, 2, false"})
    void letsWhatRanBeforeStayAndGrow(int before, int after, boolean admitted) {
        assertThat(minReplicas().of(replicas(before)).denies(replicas(after)).isEmpty())
                .isEqualTo(admitted);
    }

    @Test
    void saysHowManyReplicasThereMustBe() {
        assertThat(minReplicas().denies(replicas(2)))
                .contains("spec.replicas is 2 but must be 3 or more, or 0 to stop it");
    }

    private static boolean admitted(String wanted, String... eachAlone) {
        var decisions = Arrays.stream(eachAlone)
                .map(resources -> qosClass(wanted).denies(pod("", resources)).isEmpty())
                .distinct()
                .toList();
        assertThat(decisions).as(wanted + " decides all of them alike").hasSize(1);
        return decisions.get(0);
    }

    private static PolicyInCel qosClass(String wanted) {
        return PolicyInCel.of(WorkloadPolicies.qosClass(CLUSTER))
                .namespace("{'tenantry.io/qos-class': '" + wanted + "'}");
    }

    private static PolicyInCel qosStatus() {
        return PolicyInCel.of(WorkloadPolicies.qosStatus(CLUSTER));
    }

    private static PolicyInCel minReplicas() {
        return PolicyInCel.of(WorkloadPolicies.minReplicas(CLUSTER)).namespace("{'tenantry.io/min-replicas': '3'}");
    }

    private static String replicas(int replicas) {
        return "{'spec': {'replicas': " + replicas + "}}";
    }

    private static String init(String resources) {
        return ", 'initContainers': [{'name': 'init', 'resources': " + resources + "}]";
    }

    private static String pod(String more, String... containers) {
        var all = Arrays.stream(containers)
                .map(resources -> "{'name': 'main', 'resources': " + resources + "}")
                .toList();
        return "{'spec': {'containers': [" + String.join(", ", all) + "]" + more + "}}";
    }
}
