package io.tenantry.feature.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Amount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PlainPodTest {
    private static final long SEED = 20260415L;

    @Test
    void takesDefaultRequestsAndLimitsOfEveryContainer() {
        assertThat(pod(2, limits -> limits).usage())
                .containsEntry("pods", Amount.of(1))
                .containsEntry("requests.cpu", Amount.of("200m"))
                .containsEntry("limits.cpu", Amount.of(2))
                .containsEntry("requests.memory", Amount.mebibytes(256))
                .containsEntry("limits.memory", Amount.mebibytes(2560))
                .containsEntry("requests.ephemeral-storage", Amount.gibibytes(2))
                .containsEntry("limits.ephemeral-storage", Amount.gibibytes(20));
    }

    @Test
    void isAdmittedWhereEverythingFits() {
        assertThat(pod(2, limits -> limits).refusals(hard("requests.cpu=200m", "limits.cpu=2", "pods=1")))
                .isEmpty();
    }

    @Test
    void isRefusedByEveryBoundThatItBreaksWithNumbers() {
        var pod = pod(2, limits -> limits.podCpuRequest(Amount.of("6")).podMemoryRequest(Amount.of("1Ki")));
        assertThat(pod.refusals(hard("requests.cpu=10", "pods=0")))
                .extracting(PlainPod.Refusal::toString)
                .containsExactly(
                        "limits.cpu 12, but the most of a pod is 10",
                        "requests.memory 1Ki, but the least of a container is 1Mi",
                        "pods 1, but the namespace's quota is 0",
                        "requests.cpu 12, but the namespace's quota is 10");
    }

    @Test
    void isRefusedWhenADefaultLimitIsAboveTheMostOfAContainer() {
        var pod = pod(1, limits -> limits.podCpuRequest(Amount.of(9)));
        assertThat(pod.refusals(Map.of()))
                .extracting(PlainPod.Refusal::toString)
                .containsExactly("limits.cpu 9, but the most of a container is 8");
    }

    @Test
    void mustStateWhatTheQuotaCountsOfCpuAndMemory() {
        var pod = pod(1, limits -> limits.qosClass(QosClass.BEST_EFFORT));
        assertThat(pod.unstated(
                        hard("requests.cpu=1", "limits.memory=1Gi", "requests.ephemeral-storage=1Gi", "pods=1")))
                .containsExactly("requests.cpu", "limits.memory");
        assertThat(pod(1, limits -> limits).unstated(hard("requests.cpu=1", "limits.memory=1Gi")))
                .isEmpty();
    }

    @Test
    void fitsAsOftenAsTheScarcestResourceAllows() {
        var capacity = pod(1, limits -> limits).capacity(hard("requests.cpu=20", "requests.memory=50Gi", "pods=500"));
        assertThat(capacity).contains(new PlainPod.Capacity(BigInteger.valueOf(200), "requests.cpu"));
        assertThat(pod(1, limits -> limits).capacity(hard("pods=500"))).isEmpty();
    }

    /** Creates pods one by one, as the API server would, and counts those that it admits. */
    @Test
    void agreesWithAnAdmissionThatCountsPodsOneByOne() {
        var random = new Random(SEED);
        var admitted = 0;
        for (var i = 0; i < 5_000; i++) {
            var limits = randomLimits(random);
            var rules = ContainerRule.of(limits);
            var containers = 1 + random.nextInt(3);
            var hard = randomHard(random);
            var pod = new PlainPod(containers, rules);
            var counted = new Admission(limits, hard).createPods(containers);
            var refused = !pod.refusals(hard).isEmpty() || !pod.unstated(hard).isEmpty();
            assertThat(counted == 0).isEqualTo(refused);
            if (!refused) {
                var expected = pod.capacity(hard).orElseThrow().pods().longValueExact();
                assertThat(counted)
                        .isEqualTo(Math.min(
                                expected,
                                hard.getOrDefault("pods", Amount.ZERO)
                                        .toBigDecimal()
                                        .longValueExact()));
                admitted++;
            }
        }
        assertThat(admitted).isBetween(500, 4_500);
    }

    /** LimitRanger and the quota plugin of the API server, for pods that state nothing, step by step in millis. */
    private static final class Admission {
        private final Limits limits;
        private final Map<String, Amount> hard;
        private final Map<String, Long> used = new HashMap<>();

        Admission(Limits limits, Map<String, Amount> hard) {
            this.limits = limits;
            this.hard = hard;
        }

        int createPods(int containers) {
            var pods = 0;
            while (pods < 1_000 && admits(containers)) {
                pods++;
            }
            return pods;
        }

        private boolean admits(int containers) {
            Map<String, Long> pod = new HashMap<>(Map.of("pods", 1_000L));
            for (var container = 0; container < containers; container++) {
                for (var rule : ContainerRule.of(limits)) {
                    var request = millis(rule.defaultRequest());
                    var limit = millis(rule.defaultLimit());
                    if (request > limit || limit > millis(rule.max()) || request < millis(rule.min())) {
                        return false;
                    }
                    pod.merge(rule.resource().requestKey(), request, Long::sum);
                    pod.merge(rule.resource().limitKey(), limit, Long::sum);
                }
            }
            if (pod.getOrDefault("limits.cpu", 0L) > millis(limits.podCpuLimit())
                    || pod.getOrDefault("limits.memory", 0L) > millis(limits.podMemoryLimit())) {
                return false;
            }
            for (var entry : hard.entrySet()) {
                var key = entry.getKey();
                if (!pod.containsKey(key) && (key.endsWith(".cpu") || key.endsWith(".memory"))) {
                    return false;
                }
                if (used.getOrDefault(key, 0L) + pod.getOrDefault(key, 0L) > millis(entry.getValue())) {
                    return false;
                }
            }
            pod.forEach((key, amount) -> used.merge(key, amount, Long::sum));
            return true;
        }

        private static long millis(Amount amount) {
            return amount.toBigDecimal().movePointRight(3).longValueExact();
        }
    }

    private static Limits randomLimits(Random random) {
        return LimitsBuilder.builder(Limits.DEFAULTS)
                .podCpuRequest(Amount.millicores(random.nextInt(1_500)))
                .podMemoryRequest(Amount.mebibytes(random.nextInt(600)))
                .containerCpuLimit(Amount.millicores(200 + random.nextInt(2_000)))
                .containerMemoryLimit(Amount.mebibytes(100 + random.nextInt(2_000)))
                .podCpuLimit(Amount.millicores(500 + random.nextInt(5_000)))
                .podMemoryLimit(Amount.mebibytes(300 + random.nextInt(5_000)))
                .allowBursting(random.nextInt(4) > 0)
                .qosClass(random.nextInt(8) == 0 ? QosClass.BEST_EFFORT : QosClass.BURSTABLE)
                .build();
    }

    private static Map<String, Amount> randomHard(Random random) {
        var hard = new HashMap<String, Amount>();
        hard.put("pods", Amount.of(random.nextInt(30)));
        hard.put("requests.ephemeral-storage", Amount.gibibytes(random.nextInt(200)));
        for (var key : new ArrayList<>(List.of("requests.cpu", "limits.cpu"))) {
            if (random.nextInt(3) > 0) {
                hard.put(key, Amount.millicores(random.nextInt(40_000)));
            }
        }
        if (random.nextBoolean()) {
            hard.put("requests.memory", Amount.mebibytes(random.nextInt(20_000)));
        }
        return hard;
    }

    private static PlainPod pod(int containers, UnaryOperator<LimitsBuilder> change) {
        var limits = change.apply(LimitsBuilder.builder(Limits.DEFAULTS)).build();
        return new PlainPod(containers, ContainerRule.of(limits));
    }

    private static Map<String, Amount> hard(String... entries) {
        var hard = new HashMap<String, Amount>();
        for (var entry : entries) {
            var parts = List.of(entry.split("=", -1));
            hard.put(parts.get(0), Amount.of(parts.get(1)));
        }
        return hard;
    }
}
