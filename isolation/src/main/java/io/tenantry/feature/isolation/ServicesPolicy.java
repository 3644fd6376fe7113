package io.tenantry.feature.isolation;

import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Facts;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.SharedPolicy;
import io.tenantry.spi.TenantView;
import java.util.ArrayList;
import java.util.List;

/**
 * Services: their type, and no addresses that the cluster did not give them (CVE-2020-8554).
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/issues/97076">CVE-2020-8554</a>
 */
final class ServicesPolicy {
    static final String NAME = "tenantry-services";

    /**
     * Whoever reports the addresses of load balancers may update them in every namespace, as no tenant may. One question,
     * since the API server lets an expression ask the authorizer twice and no more, and whether this is the platform is
     * the other one.
     */
    private static final String REPORTS_ADDRESSES =
            "authorizer.group('').resource('services').subresource('status').check('update').allowed()";

    private ServicesPolicy() {}

    static SharedPolicy of(ClusterView cluster) {
        return SharedPolicy.named(NAME)
                .judges("", "v1", "services", "CREATE", "UPDATE")
                .judges("", "v1", "services/status", "UPDATE")
                .annotation("typeLines", Annotations.SERVICE_TYPES)
                .variable("types", Cel.lines("typeLines"))
                .variable("type", "object.spec.?type.orValue('ClusterIP')")
                .variable("ips", "object.spec.?externalIPs.orValue([])")
                .variable("ipsBefore", "oldObject == null ? [] : oldObject.spec.?externalIPs.orValue([])")
                .variable("newIps", "variables.ips.filter(ip, !(ip in variables.ipsBefore))")
                .requires(
                        "variables.type in variables.types || (oldObject != null"
                                + " && oldObject.spec.?type.orValue('ClusterIP') == variables.type"
                                + " && oldObject.spec.?externalName == object.spec.?externalName"
                                + " && size(object.spec.?ports.orValue([]))"
                                + " <= size(oldObject.spec.?ports.orValue([])))",
                        "'spec.type is ' + variables.type + ' but must be one of ' + " + Cel.listed("types"))
                .requires(
                        "size(variables.newIps) == 0",
                        "'spec.externalIPs has ' + variables.newIps.join(', ')"
                                + " + ' but no address may be taken; leave it out'")
                .requires(
                        "request.?subResource.orValue('') != 'status' || object.?status.?loadBalancer =="
                                + " oldObject.?status.?loadBalancer || " + REPORTS_ADDRESSES,
                        "'status.loadBalancer is set by the controller of load balancers alone'")
                .build(cluster);
    }

    static void setting(TenantView<Isolation> tenant, NamespaceView<Isolation> namespace, Manifests.Builder out) {
        out.annotate(namespace.name(), Annotations.SERVICE_TYPES, Annotations.lines(types(tenant, namespace.config())))
                .makesTrue(Enforcement.by(NAME), "allowExternalNames");
    }

    /** A node port or load balancer is one of a quota, so there is none where nothing sets one. */
    private static List<String> types(TenantView<Isolation> tenant, Isolation isolation) {
        var types = new ArrayList<>(List.of("ClusterIP"));
        if (switch (tenant.tenant().isolationLevel()) {
            case STRICT -> false;
            case STANDARD -> tenant.fact(Facts.NODE_PORTS).isPresent();
            case PERMISSIVE -> true;
        }) {
            types.addAll(List.of("NodePort", "LoadBalancer"));
        }
        if (isolation.allowExternalNames()) {
            types.add("ExternalName");
        }
        return types;
    }
}
