package io.tenantry.feature.isolation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.IsolationLevel;
import io.tenantry.spi.Attack.Layer;
import io.tenantry.spi.Facts;
import io.tenantry.spi.Mechanism;
import io.tenantry.spi.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the policy on Services must stop. */
final class ServiceAttacks {
    private ServiceAttacks() {}

    static void add(AttackList out) {
        out.given();
        attack(out, "external-ips", Map.of("externalIPs", List.of("203.0.113.7")), policy());
        if (!out.isolation().allowExternalNames()) {
            attack(
                    out,
                    "external-name",
                    Map.of("type", "ExternalName", "externalName", "kubernetes.default.svc"),
                    policy());
        }
        nodePort(out);
        onChange(out);
    }

    /** Of a Service that is there. */
    private static void onChange(AttackList out) {
        var given = service(out.namespace(), Samples.GIVEN, Map.of());
        out.given(given);
        var twin = Request.patch(given, "{\"spec\":{\"sessionAffinity\":\"ClientIP\"}}");
        var takeAddress = "{\"spec\":{\"externalIPs\":[\"203.0.113.7\"]}}";
        out.add("services/take-address", Request.patch(given, takeAddress), twin, ServicesPolicy.NAME);
        if (out.level() == IsolationLevel.PERMISSIVE
                && out.tenant().fact(Facts.LOAD_BALANCERS).isEmpty()) {
            var balanced = service(out.namespace(), Samples.OWNED, Map.of("type", "LoadBalancer"));
            out.given(balanced);
            var address = "{\"status\":{\"loadBalancer\":{\"ingress\":[{\"ip\":\"203.0.113.7\"}]}}}";
            out.add(
                    "services/report-address",
                    Request.patch(balanced, address).on("status"),
                    Request.patch(balanced, "{\"metadata\":{\"labels\":{\"tenantry-attack\":\"true\"}}}"),
                    ServicesPolicy.NAME);
        }
    }

    /** Behind the policy there may be a quota that allows none. */
    private static void nodePort(AttackList out) {
        var bound = out.tenant().fact(Facts.NODE_PORTS);
        if (out.level() == IsolationLevel.STRICT || (out.level() == IsolationLevel.STANDARD && bound.isEmpty())) {
            var layers = new ArrayList<>(policy());
            bound.filter(ports -> ports == 0)
                    .ifPresent(none -> layers.add(
                            Layer.object(Mechanism.QUOTA, "v1/ResourceQuota/" + out.namespace() + "/tenantry-quota")));
            attack(out, "node-port", Map.of("type", "NodePort"), layers);
        }
    }

    private static void attack(AttackList out, String variant, Map<String, ?> evil, List<Layer> layers) {
        out.add(
                "services/" + variant,
                Request.create(service(out.namespace(), Samples.NAME, evil)),
                Request.create(service(out.namespace(), Samples.NAME, Map.of())),
                layers);
    }

    private static HasMetadata service(String namespace, String name, Map<String, ?> more) {
        var spec = new HashMap<String, Object>(Map.of("ports", List.of(Map.of("port", 80))));
        spec.putAll(more);
        return GenericObject.of("v1", "Service", namespace, name, Map.of("spec", spec));
    }

    private static List<Layer> policy() {
        return List.of(Layer.policy(ServicesPolicy.NAME));
    }
}
