package io.tenantry.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.cluster.ApplyOptions;
import io.tenantry.cluster.FieldChange;
import io.tenantry.cluster.Progress;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.validation.Problem;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Another manager takes some of the numbers of a quota. */
@ControlPlaneTest
class ConflictTest {
    private static final ApplyOptions FORCE = new ApplyOptions(false, true, false, false);

    static LongStream seeds() {
        return Seeds.all();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void namesEveryFieldAndItsManagerAndTakesThemOnlyByForce(long seed, ControlPlane controlPlane) {
        var random = new Random(seed);
        var platform = Platform.of(controlPlane).in("contested-platform");
        var documents = Platform.tenant(
                "contested", "quota: {podQuota: 10, serviceQuota: 4, secretQuota: 6, configmapQuota: 8}");
        assertThat(platform.apply(documents).failures()).isEmpty();
        var fields = List.of("configmaps", "pods", "secrets", "services");
        var taken = new TreeMap<String, String>();
        random.ints(1 + random.nextInt(fields.size()), 0, fields.size())
                .forEach(index -> taken.put(fields.get(index), Integer.toString(50 + random.nextInt(50))));
        var manager = "intruder-" + seed;
        take("contested-prod", taken, manager, controlPlane);

        try (var cluster = platform.connect()) {
            var rendered = platform.render(documents);
            var drift = cluster.diff(rendered).changes();
            assertThat(drift)
                    .singleElement()
                    .satisfies(step -> assertThat(step.fields())
                            .hasSameSizeAs(taken.keySet())
                            .extracting(FieldChange::owner)
                            .containsOnly(manager));
            var blocked = cluster.planApply(rendered, ApplyOptions.NONE);
            assertThat(blocked.isBlocked()).isTrue();
            assertThat(blocked.problems()).extracting(Problem::code).containsOnly("FIELD_CONFLICT");
            assertThat(blocked.problems())
                    .hasSameSizeAs(taken.keySet())
                    .allSatisfy(problem ->
                            assertThat(problem.message()).contains("contested-prod/tenantry-quota", manager));
            cluster.execute(cluster.planApply(rendered, FORCE), Progress.SILENT);
        }
        platform.assertComplete(documents);
    }

    /** What nobody could know when the plan was made; all that does not rest on it is done. */
    @ParameterizedTest
    @MethodSource("seeds")
    void isNamedWhenTheFieldIsTakenBetweenPlanAndExecution(long seed, ControlPlane controlPlane) {
        var platform = Platform.of(controlPlane).in("snatched-platform");
        var victim = "snatched-" + (seed % 2);
        assertThat(platform.apply(snatched(10)).failures()).isEmpty();
        var manager = "snatcher-" + seed;

        try (var cluster = platform.connect()) {
            var plan = cluster.planApply(platform.render(snatched(20 + seed)), ApplyOptions.NONE);
            assertThat(plan.isBlocked()).isFalse();
            take(victim + "-prod", Map.of("pods", "99"), manager, controlPlane);

            var outcome = cluster.execute(plan, Progress.SILENT);

            assertThat(outcome.failures().get(0)).satisfies(failure -> {
                assertThat(failure.step().object().toString())
                        .isEqualTo("v1/ResourceQuota/" + victim + "-prod/tenantry-quota");
                assertThat(failure.message())
                        .startsWith(
                                "spec.hard.pods was taken by " + manager + " after the plan was made; run it again");
            });
            assertThat(outcome.failures())
                    .allMatch(failure -> failure.step().tenant().equals(victim));
            cluster.execute(cluster.planApply(platform.render(snatched(10)), FORCE), Progress.SILENT);
        }
        platform.assertComplete(snatched(10));
    }

    private static String snatched(long pods) {
        return Platform.tenant("snatched-0", "podQuota: " + pods) + Platform.tenant("snatched-1", "podQuota: " + pods);
    }

    static void take(String namespace, Map<String, String> hard, String manager, ControlPlane controlPlane) {
        var fields = new StringBuilder();
        hard.forEach((name, value) ->
                fields.append("%s\"%s\": \"%s\"".formatted(fields.isEmpty() ? "" : ", ", name, value)));
        controlPlane
                .administrator()
                .send(
                        "PATCH",
                        "/api/v1/namespaces/" + namespace + "/resourcequotas/tenantry-quota?fieldManager=" + manager,
                        "application/merge-patch+json",
                        "{\"spec\": {\"hard\": {" + fields + "}}}")
                .orFail();
    }
}
