package io.tenantry.feature.isolation;

import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.SharedPolicy;

/** Ingresses: the hosts that they serve, name in TLS, or take by having no host. */
final class IngressesPolicy {
    static final String NAME = "tenantry-ingresses";

    /** A name of the list, or one label before a name that the list has with an asterisk. */
    private static final String ALLOWED = """
        variables.allowed.exists(name, name == host || (name.startsWith('*.') && host.endsWith(name.substring(1)) \
        && !host.substring(0, size(host) - size(name) + 1).contains('.')))\
        """;

    private IngressesPolicy() {}

    static SharedPolicy of(ClusterView cluster) {
        return SharedPolicy.named(NAME)
                .judges("networking.k8s.io", "v1", "ingresses", "CREATE", "UPDATE")
                .annotation("hostLines", Annotations.INGRESS_HOSTS)
                .variable("any", "variables.hostLines == '" + Annotations.ANY + "'")
                .variable("allowed", Cel.lines("hostLines"))
                .variable(
                        "before",
                        "oldObject == null ? [] : oldObject.spec.?rules.orValue([]).map(rule, rule.?host.orValue(''))")
                .variable("tlsBefore", "oldObject == null ? [] : oldObject.spec.?tls.orValue([])")
                .variable(
                        "hosts",
                        "object.spec.?rules.orValue([]).map(rule, rule.?host.orValue(''))"
                                + ".filter(host, !(host in variables.before) && !(" + ALLOWED + "))")
                .variable(
                        "tls",
                        "object.spec.?tls.orValue([]).filter(tls, !(tls in variables.tlsBefore)"
                                + " && (size(tls.?hosts.orValue([])) == 0 || tls.hosts.exists(host, !(" + ALLOWED
                                + "))))")
                .requires(
                        "variables.any || size(variables.hosts) == 0",
                        "'spec.rules has the host ' + variables.hosts.map(host, host == '' ? '* (none stated)' : host)"
                                + ".join(', ') + ' but allowed are ' + " + Cel.listed("allowed"))
                .requires(
                        "variables.any || size(variables.tls) == 0",
                        "'spec.tls has ' + variables.tls.map(tls, size(tls.?hosts.orValue([])) == 0 ? 'an entry without"
                                + " hosts' : tls.hosts.join(', ')).join(', ') + ' but allowed are ' + "
                                + Cel.listed("allowed"))
                .requires(
                        "variables.any || !has(object.spec.defaultBackend) || (oldObject != null"
                                + " && oldObject.spec.?defaultBackend == object.spec.?defaultBackend)",
                        "'spec.defaultBackend takes every host but allowed are ' + " + Cel.listed("allowed"))
                .requires(
                        "variables.any || object.metadata.?annotations.orValue({}).all(key,"
                                + " !key.endsWith('/server-alias') || (oldObject != null"
                                + " && oldObject.metadata.?annotations[?key] == object.metadata.?annotations[?key]))",
                        "'an annotation server-alias adds hosts; name them in spec.rules'")
                .build(cluster);
    }

    static void setting(NamespaceView<Isolation> namespace, Manifests.Builder out) {
        var hosts = namespace.config().allowedIngressHosts();
        out.annotate(
                        namespace.name(),
                        Annotations.INGRESS_HOSTS,
                        hosts == null ? Annotations.ANY : Annotations.lines(hosts))
                .makesTrue(Enforcement.by(NAME), "allowedIngressHosts");
    }
}
