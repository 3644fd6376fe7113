package io.tenantry.benchmarks;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import io.tenantry.testkit.controlplane.ApiClient;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneSettings;
import io.tenantry.testkit.controlplane.Eventually;
import io.tenantry.testkit.controlplane.Identity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the shared policies cost a pod: the median time of a dry-run creation on a real control plane, without them and
 * with them, in turns, at 10 tenants and at many (3,000, or as many as the first argument says). Prints medians in
 * microseconds and their ratios.
 */
public final class PodAdmission {
    private static final int FEW = 10;
    private static final String MANY = "3000";
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 300;
    private static final int PODS = 500;
    private static final String NAMESPACE = "tenant-0";

    private final ApiClient administrator;
    private final ApiClient tenant;

    private PodAdmission(ControlPlane controlPlane) {
        administrator = controlPlane.administrator();
        tenant = controlPlane.as(Identity.user("tenant")).dryRun();
    }

    public static void main(String[] arguments) {
        var settings = ControlPlaneSettings.usual().controllerManager("--kube-api-qps=1000", "--kube-api-burst=1000");
        try (var controlPlane = ControlPlane.start(settings)) {
            new PodAdmission(controlPlane).run(Integer.parseInt(arguments.length > 0 ? arguments[0] : MANY));
        }
    }

    private void run(int most) {
        var rendered = tenants(most);
        apply(rendered, 0, FEW);
        administrator.apply(rights()).orFail();
        var without = new ArrayList<Long>();
        var few = new ArrayList<Long>();
        warmUp(ROUNDS * PODS);
        for (int round = 0; round < ROUNDS; round++) {
            setPolicies(rendered, true);
            few.addAll(measure());
            setPolicies(rendered, false);
            without.addAll(measure());
        }
        apply(rendered, FEW, most);
        setPolicies(rendered, true);
        var many = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            many.addAll(measure());
        }
        print(median(without), median(few), median(many), most);
    }

    private static void print(long without, long few, long many, int most) {
        System.out.printf("without policies, %d tenants: %d us%n", FEW, without);
        System.out.printf("with policies, %d tenants: %d us, %.2f times%n", FEW, few, (double) few / without);
        System.out.printf(
                "with policies, %d tenants: %d us, %.2f times that at %d%n", most, many, (double) many / few, FEW);
    }

    /** With all that the control plane's version can do. */
    private static Rendered tenants(int count) {
        var sources = IntStream.range(0, count)
                .mapToObj(i -> Source.ofString(
                        "tenant-" + i + ".yaml",
                        "{apiVersion: tenantry.io/v1alpha1, kind: Tenant, metadata: {name: tenant-" + i
                                + "}, spec: {allowedRegistries: [registry.example], blockedRegistries: [docker.io]}}"))
                .toArray(Source[]::new);
        var profile = Source.ofString(
                "profile.yaml",
                "{apiVersion: tenantry.io/v1alpha1, kind: ClusterProfile, metadata: {name: default}, spec:"
                        + " {kubernetesVersion: '1.36'}}");
        return Tenantry.discover().render(Input.of(sources).plus(profile));
    }

    /** The Namespaces of some tenants, which hold the settings of the policies. */
    private void apply(Rendered rendered, int from, int to) {
        rendered.tenants().subList(from, to).parallelStream()
                .flatMap(each -> rendered.objects(each).stream())
                .filter(manifest -> manifest.kind().equals("Namespace"))
                .forEach(manifest -> administrator.apply(manifest.object()).orFail());
        var last = rendered.tenants().get(to - 1).name();
        Eventually.holds(
                "the namespaces are complete",
                () -> administrator
                        .get("/api/v1/namespaces/" + last + "/serviceaccounts/default")
                        .succeeded());
    }

    private void setPolicies(Rendered rendered, boolean present) {
        rendered.shared().stream().map(Manifest::object).forEach(object -> {
            if (present) {
                administrator.apply(object).orFail();
            } else {
                administrator.delete(object).orFail();
            }
        });
        var forbidden =
                new PodBuilder(pod()).editSpec().withNodeName("node").endSpec().build();
        Eventually.holds(
                "the policies are there or gone", () -> tenant.create(forbidden).succeeded() != present);
        if (present) {
            awaitTypeChecks(rendered);
        }
    }

    /** The control plane checks each new policy, and compiles it again then, beside whatever else it does. */
    private void awaitTypeChecks(Rendered rendered) {
        var policies = rendered.shared().stream()
                .map(Manifest::object)
                .filter(ValidatingAdmissionPolicy.class::isInstance)
                .toList();
        Eventually.holds(
                "the policies are checked",
                () -> policies.stream()
                        .allMatch(policy -> administrator
                                .get(policy)
                                .at("/status/observedGeneration")
                                .isNumber()));
    }

    /** Those that warm up the server after a change are not counted. */
    private List<Long> measure() {
        warmUp(WARM_UP);
        var pod = pod();
        var times = new ArrayList<Long>();
        for (int i = 0; i < PODS; i++) {
            long start = System.nanoTime();
            tenant.create(pod).orFail();
            times.add((System.nanoTime() - start) / 1_000);
        }
        return times;
    }

    private void warmUp(int pods) {
        var pod = pod();
        IntStream.range(0, pods).forEach(i -> tenant.create(pod).orFail());
    }

    private static long median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }

    private static HasMetadata rights() {
        return new RoleBindingBuilder()
                .withNewMetadata()
                .withNamespace(NAMESPACE)
                .withName("tenant")
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "edit")
                .addNewSubject("rbac.authorization.k8s.io", "User", "tenant", null)
                .build();
    }

    private static Pod pod() {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(NAMESPACE)
                .withName("sample")
                .endMetadata()
                .withNewSpec()
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .addNewContainer()
                .withName("main")
                .withImage("registry.example/app:1")
                .withNewResources()
                .addToRequests("cpu", new Quantity("10m"))
                .endResources()
                .withNewSecurityContext()
                .withAllowPrivilegeEscalation(false)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .endSecurityContext()
                .endContainer()
                .endSpec()
                .build();
    }
}
