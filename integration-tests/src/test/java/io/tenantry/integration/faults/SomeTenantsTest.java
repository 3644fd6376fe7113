package io.tenantry.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applying, changing or deleting some tenants touches no other, nor what guards it. */
@ControlPlaneTest
class SomeTenantsTest {
    private static final int TENANTS = 5;
    private static final int RUNS = 3;
    private static final String BYSTANDER = Platform.tenant("bystander");

    static LongStream seeds() {
        return Seeds.all();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areAllThatChanges(long seed, ControlPlane controlPlane) {
        var random = new Random(seed);
        var platform = Platform.of(controlPlane);
        var names = IntStream.range(0, TENANTS)
                .mapToObj(number -> "some-" + seed + "-" + number)
                .collect(Collectors.toCollection(ArrayList::new));
        var applied = new TreeMap<String, String>();
        assertThat(platform.apply(BYSTANDER).failures()).isEmpty();
        var before = platform.objects();
        for (var run = 0; run < RUNS; run++) {
            Collections.shuffle(names, random);
            var subset = names.subList(0, 1 + random.nextInt(TENANTS - 1));

            if (random.nextInt(3) == 0) {
                delete(subset, applied, platform);
            } else {
                apply(subset, applied, random, platform);
            }

            var mine = Set.copyOf(subset);
            var after = platform.objects();
            assertThat(after.ofOthersThan(mine)).isEqualTo(before.ofOthersThan(mine));
            before = after;
        }
        platform.assertComplete(BYSTANDER + String.join("", applied.values()));
    }

    private static void apply(List<String> names, Map<String, String> applied, Random random, Platform platform) {
        var documents = names.stream().collect(Collectors.toMap(name -> name, name -> document(name, random)));
        assertThat(platform.apply(String.join("", documents.values())).failures())
                .isEmpty();
        applied.putAll(documents);
    }

    /** Each time with other values, and at times without a Role that was there. */
    private static String document(String name, Random random) {
        return Platform.tenant(
                name,
                "podQuota: " + (10 + random.nextInt(90)),
                random.nextBoolean() ? "limits: {minReplicas: 2}" : "quota: {scopes: [NotBestEffort]}");
    }

    private static void delete(List<String> names, Map<String, String> applied, Platform platform) {
        var there = new HashSet<>(names);
        there.retainAll(applied.keySet());
        if (!there.isEmpty()) {
            var documents = there.stream().map(applied::get).collect(Collectors.joining());
            assertThat(platform.delete(documents).failures()).isEmpty();
            assertThat(platform.objects().ofTenants(there)).isEmpty();
            applied.keySet().removeAll(there);
        }
    }
}
