package io.tenantry.feature.isolation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.spi.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the policy on Ingresses must stop, where the tenant's hosts are listed. */
final class IngressAttacks {
    private static final Map<String, ?> BACKEND =
            Map.of("service", Map.of("name", "web", "port", Map.of("number", 80)));
    private static final String FOREIGN = "login.tenantry-other.example";

    private IngressAttacks() {}

    static void add(AttackList out) {
        out.given();
        var hosts = out.isolation().allowedIngressHosts();
        if (hosts == null) {
            return;
        }
        var own = hosts.isEmpty() ? "" : hosts.get(0).replaceFirst("^\\*", "www");
        var twin = own.isEmpty() ? Samples.harmless(out.namespace()) : create(out, rules(own));
        attack(out, "foreign-host", rules(FOREIGN), twin);
        attack(out, "any-host", Map.of("rules", List.of(Map.of("http", paths()))), twin);
        attack(out, "wildcard", rules("*.tenantry-other.example"), twin);
        attack(out, "default-backend", Map.of("defaultBackend", BACKEND), twin);
        if (!own.isEmpty()) {
            attack(out, "host-as-prefix", rules(own + ".tenantry-other.example"), twin);
            attack(out, "foreign-certificate", withTls(own, Map.of("hosts", List.of(own, FOREIGN))), twin);
            attack(out, "certificate-for-any", withTls(own, Map.of("secretName", "tls")), twin);
            alias(out, own, twin);
        }
    }

    private static void alias(AttackList out, String own, Request twin) {
        var ingress = ingress(out.namespace(), rules(own));
        ingress.getMetadata().setAnnotations(Map.of("nginx.ingress.kubernetes.io/server-alias", FOREIGN));
        out.add("ingresses/alias", Request.create(ingress), twin, IngressesPolicy.NAME);
    }

    private static void attack(AttackList out, String variant, Map<String, ?> spec, Request twin) {
        out.add("ingresses/" + variant, create(out, spec), twin, IngressesPolicy.NAME);
    }

    private static Request create(AttackList out, Map<String, ?> spec) {
        return Request.create(ingress(out.namespace(), spec));
    }

    private static HasMetadata ingress(String namespace, Map<String, ?> spec) {
        return GenericObject.of("networking.k8s.io/v1", "Ingress", namespace, Samples.NAME, Map.of("spec", spec));
    }

    private static Map<String, ?> withTls(String host, Map<String, ?> tls) {
        var spec = new HashMap<String, Object>(rules(host));
        spec.put("tls", List.of(tls));
        return spec;
    }

    private static Map<String, ?> rules(String host) {
        return Map.of("rules", List.of(Map.of("host", host, "http", paths())));
    }

    private static Map<String, ?> paths() {
        return Map.of("paths", List.of(Map.of("path", "/", "pathType", "Prefix", "backend", BACKEND)));
    }
}
