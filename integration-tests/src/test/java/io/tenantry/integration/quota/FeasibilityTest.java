package io.tenantry.integration.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.feature.quota.LimitsContributor;
import io.tenantry.feature.quota.QuotaContributor;
import io.tenantry.manifest.Manifest;
import io.tenantry.testkit.controlplane.ApiClient;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.Eventually;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the quota feature says of plain pods of one and two containers, against what the API server says: of 100 tenants,
 * of 600 with {@code -Dtenantry.feasibility=all}.
 */
@ControlPlaneTest
class FeasibilityTest {
    private static final int CASES =
            System.getProperty("tenantry.feasibility", "").equals("all") ? 600 : 100;
    private static final Set<String> REFUSED =
            Set.of("QUOTA_NO_PLAIN_POD", "LIMITS_NO_PLAIN_POD", "LIMITS_REQUEST_ABOVE_MAX", "QUOTA_NEEDS_REQUESTS");
    private static final Tenantry CHECKED = Tenantry.of(new QuotaContributor(), new LimitsContributor());
    private static final Tenantry UNCHECKED = Tenantry.of(
            new WithoutValidation<>(new QuotaContributor()), new WithoutValidation<>(new LimitsContributor()));

    /** A tenant of one namespace, and whether the feature says that plain pods are admitted. */
    private record Case(String namespace, String text, boolean admitted) {}

    @Test
    void agreesWithTheServer(ControlPlane controlPlane) {
        var random = new Random(20261127);
        var cases = Stream.iterate(0, number -> number + 1)
                .flatMap(number -> decided("feasible-" + number, text("feasible-" + number, random)))
                .limit(CASES)
                .toList();
        assertThat(cases).extracting(Case::admitted).contains(true, false);

        var administrator = controlPlane.administrator();
        var refused = cases.parallelStream()
                .filter(each -> !apply(each, administrator))
                .collect(Collectors.toSet());
        var wrong = cases.parallelStream()
                .filter(each -> each.admitted() != (!refused.contains(each) && takesPlainPods(each, administrator)))
                .toList();

        assertThat(wrong).isEmpty();
    }

    /** Empty when something else is wrong with it. */
    private static Stream<Case> decided(String name, String text) {
        var errors = CHECKED.validate(input(text)).problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::code)
                .collect(Collectors.toSet());
        return REFUSED.containsAll(errors) ? Stream.of(new Case(name, text, errors.isEmpty())) : Stream.of();
    }

    /** Whether the server takes the objects; it refuses a LimitRange that no container could keep to. */
    private static boolean apply(Case each, ApiClient administrator) {
        for (var manifest : objects(each)) {
            var answer = administrator.apply(manifest.object());
            if (answer.status() == 422 && manifest.kind().equals("LimitRange")) {
                return false;
            }
            answer.orFail();
        }
        return true;
    }

    private static boolean takesPlainPods(Case each, ApiClient administrator) {
        objects(each).stream()
                .filter(manifest -> manifest.kind().equals("ResourceQuota"))
                .forEach(quota -> Eventually.holds(
                        quota.key() + " counts",
                        () -> !administrator
                                .get(quota.object())
                                .at("/status/used")
                                .isEmpty()));
        return Stream.of(1, 2).allMatch(containers -> takesPlainPod(each.namespace(), containers, administrator));
    }

    private static boolean takesPlainPod(String namespace, int containers, ApiClient administrator) {
        var answer = Eventually.found(
                "the service account of " + namespace + " is there",
                () -> Stream.of(administrator.dryRun().create(PlainPods.of(namespace, "plain", containers)))
                        .filter(each -> !each.message().contains("serviceaccount"))
                        .findFirst());
        assertThat(answer.status()).as(answer.message()).isIn(201, 403);
        return answer.succeeded();
    }

    private static List<Manifest> objects(Case each) {
        var rendered = UNCHECKED.render(input(each.text()));
        return rendered.objects(rendered.tenants().get(0));
    }

    private static Input input(String text) {
        return Input.of(Source.ofString("tenant.yaml", text));
    }

    /** Amounts that are close to each other, so that about half of the tenants cannot run a plain pod. */
    private static String text(String name, Random random) {
        var spec = new StringBuilder("isolationLevel: permissive");
        for (var key :
                List.of("cpuQuota", "cpuLimit", "podCpuLimit", "podCpuRequest", "containerCpuLimit", "burstCpu")) {
            maybe(random, spec, key, random.nextInt(1, 40) * 50 + random.nextInt(3) - 1 + "m");
        }
        for (var key : List.of(
                "memoryQuota",
                "memoryLimit",
                "podMemoryLimit",
                "podMemoryRequest",
                "containerMemoryLimit",
                "burstMemory",
                "ephemeralStorageQuota",
                "ephemeralStorageRequest",
                "ephemeralStorageLimit")) {
            maybe(random, spec, key, random.nextInt(1, 40) * 64 + random.nextInt(3) - 1 + "Mi");
        }
        maybe(random, spec, "podQuota", Integer.toString(random.nextInt(3)));
        maybe(random, spec, "allowBursting", Boolean.toString(random.nextBoolean()));
        maybe(
                random,
                spec,
                "qosClass",
                List.of("Guaranteed", "Burstable", "BestEffort").get(random.nextInt(3)));
        maybe(
                random,
                spec,
                "scopes",
                List.of("[NotBestEffort]", "[BestEffort]", "[NotTerminating]").get(random.nextInt(3)));
        return "apiVersion: tenantry.io/v1alpha1\nkind: Tenant\nmetadata: {name: %s}\nspec: {%s}\n"
                .formatted(name, spec);
    }

    private static void maybe(Random random, StringBuilder spec, String key, String value) {
        if (random.nextInt(4) == 0) {
            spec.append(", ").append(key).append(": ").append(value);
        }
    }
}
