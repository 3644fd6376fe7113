package io.tenantry.internal.render;

import io.tenantry.Labels;
import io.tenantry.TenantNamespace;
import io.tenantry.internal.bind.BoundTenant;
import io.tenantry.validation.Names;
import io.tenantry.validation.Names.Flaw;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names, labels and annotations: what core owns of a tenant file, judged over all tenants. */
final class IdentityRules {
    private static final Set<String> RESERVED_DOMAINS = Set.of("kubernetes.io", "k8s.io", "tenantry.io");
    private static final String RECOMMENDED_LABELS = "app.kubernetes.io/";

    private final Findings findings;
    private final String platformNamespace;
    private final Map<String, BoundTenant> tenants = new HashMap<>();
    private final Map<String, BoundTenant> namespaces = new HashMap<>();

    IdentityRules(Findings findings, String platformNamespace) {
        this.findings = findings;
        this.platformNamespace = platformNamespace;
    }

    /** Judges one tenant, and against those judged before. */
    void judge(BoundTenant bound) {
        var report = new Report(bound);
        var tenant = bound.tenant();
        Names.label(tenant.name())
                .ifPresent(flaw -> report.flaw("NAME_INVALID", List.of("name"), "metadata.name", flaw));
        var twin = tenants.putIfAbsent(tenant.name(), bound);
        if (twin != null) {
            report.error(
                    "TENANT_TWICE",
                    List.of(),
                    "metadata.name",
                    "is the name of another tenant too" + where(twin),
                    "give each tenant a name of its own");
        }
        labels(report, tenant.labels(), List.of(), "spec.labels");
        annotations(report, tenant.annotations(), List.of(), "spec.annotations");
        int index = 0;
        for (var namespace : tenant.namespaces()) {
            judge(report, namespace, index++);
        }
    }

    private void judge(Report report, TenantNamespace namespace, int index) {
        var keys = List.of("namespaces", Integer.toString(index));
        var path = "spec.namespaces[" + namespace.name() + "]";
        var name = namespace.name();
        var flaw = Names.label(name);
        if (!name.equals(report.bound.tenant().name())) {
            flaw.ifPresent(found -> report.flaw("NAME_INVALID", keys, path, found));
        }
        if (name.startsWith("kube-") || name.equals("default") || name.equals(platformNamespace)) {
            report.error(
                    "NAMESPACE_OF_SYSTEM",
                    keys,
                    path,
                    "is a namespace of the system, which no tenant may own",
                    "choose another name, such as " + report.bound.tenant().name() + "-prod");
        }
        var owner = namespaces.putIfAbsent(name, report.bound);
        if (owner != null) {
            report.error(
                    "NAMESPACE_TWICE",
                    keys,
                    path,
                    owner.tenant().equals(report.bound.tenant())
                            ? "is listed twice"
                            : "belongs to tenant " + owner.tenant().name() + " too" + where(owner),
                    "list it once, under one tenant");
        }
        labels(report, namespace.labels(), keys, path + ".labels");
        annotations(report, namespace.annotations(), keys, path + ".annotations");
    }

    private void labels(Report report, Map<String, String> labels, List<String> parent, String path) {
        labels.forEach((key, value) -> {
            var keys = Stream.concat(parent.stream(), Stream.of("labels", key)).toList();
            key(key).ifPresent(flaw -> report.flaw(flaw.code, keys, path + "." + key, flaw.flaw));
            Names.labelValue(value).ifPresent(flaw -> report.flaw("LABEL_INVALID", keys, path + "." + key, flaw));
        });
    }

    private void annotations(Report report, Map<String, String> annotations, List<String> parent, String path) {
        annotations.keySet().forEach(key -> {
            var keys = Stream.concat(parent.stream(), Stream.of("annotations", key))
                    .toList();
            key(key).ifPresent(flaw -> report.flaw(flaw.code, keys, path + "." + key, flaw.flaw));
        });
        var keys = Stream.concat(parent.stream(), Stream.of("annotations")).toList();
        Names.annotations(annotations).ifPresent(flaw -> report.flaw("LABEL_INVALID", keys, path, flaw));
    }

    private record KeyFlaw(String code, Flaw flaw) {}

    private static Optional<KeyFlaw> key(String key) {
        var flaw = Names.labelKey(key);
        if (flaw.isPresent()) {
            return Optional.of(new KeyFlaw("LABEL_INVALID", flaw.get()));
        }
        int slash = key.indexOf('/');
        var domain = slash < 0 ? "" : key.substring(0, slash);
        boolean reserved =
                RESERVED_DOMAINS.stream().anyMatch(owned -> domain.equals(owned) || domain.endsWith("." + owned));
        if (key.equals(Labels.MANAGED_BY) || (reserved && !key.startsWith(RECOMMENDED_LABELS))) {
            return Optional.of(new KeyFlaw(
                    "LABEL_RESERVED",
                    new Flaw("is reserved for the platform", "use a prefix of your own, such as example.com/")));
        }
        return Optional.empty();
    }

    private static String where(BoundTenant other) {
        var location = other.locate(List.of());
        return location == null ? "" : ", in " + location.file() + ":" + location.line();
    }

    /** Problems of one tenant. */
    private final class Report {
        private final BoundTenant bound;

        Report(BoundTenant bound) {
            this.bound = bound;
        }

        void flaw(String code, List<String> keys, String path, Flaw flaw) {
            error(code, keys, path, flaw.message(), flaw.fix());
        }

        void error(String code, List<String> keys, String path, String message, String fix) {
            var name = bound.tenant().name();
            findings.add(new Problem(Severity.ERROR, code, message, fix, bound.locate(keys), path, name));
        }
    }
}
