package io.tenantry.internal.render;

import io.tenantry.TenantNamespace;
import io.tenantry.internal.bind.BoundTenant;
import io.tenantry.internal.bind.Merged.Place;
import io.tenantry.validation.Names;
import io.tenantry.validation.Names.Flaw;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Names, labels and annotations: what core owns of a tenant file, judged over all tenants. */
final class IdentityRules {
    private final Findings findings;
    private final Set<String> platformNamespaces;
    private final Map<String, BoundTenant> tenants = new HashMap<>();
    private final Map<String, BoundTenant> namespaces = new HashMap<>();

    IdentityRules(Findings findings, Set<String> platformNamespaces) {
        this.findings = findings;
        this.platformNamespaces = platformNamespaces;
    }

    /** Judges one tenant, and against those judged before. */
    void judge(BoundTenant bound) {
        var report = new Report(bound);
        var tenant = bound.tenant();
        Names.label(tenant.name()).ifPresent(flaw -> report.flaw("NAME_INVALID", bound.namePlace(), flaw));
        var twin = tenants.putIfAbsent(tenant.name(), bound);
        if (twin != null) {
            report.error(
                    "TENANT_TWICE",
                    bound.namePlace(),
                    "is the name of another tenant too" + where(twin),
                    "give each tenant a name of its own");
        }
        var metadata = new MetadataRules(report::flaw);
        metadata.judge(tenant.labels(), tenant.annotations(), bound::place);
        for (int i = 0; i < tenant.namespaces().size(); i++) {
            int index = i;
            var namespace = tenant.namespaces().get(index);
            judge(report, namespace, () -> bound.namespacePlace(index, List.of()));
            metadata.judge(namespace.labels(), namespace.annotations(), keys -> bound.namespacePlace(index, keys));
        }
    }

    private void judge(Report report, TenantNamespace namespace, Supplier<Place> place) {
        var tenant = report.bound.tenant();
        var name = namespace.name();
        if (!name.equals(tenant.name())) {
            Names.label(name).ifPresent(flaw -> report.flaw("NAME_INVALID", place.get(), flaw));
        }
        if (name.startsWith("kube-") || name.equals("default") || platformNamespaces.contains(name)) {
            report.error(
                    "NAMESPACE_OF_SYSTEM",
                    place.get(),
                    "is a namespace of the system, which no tenant may own",
                    "choose another name, such as " + tenant.name() + "-prod");
        }
        var owner = namespaces.putIfAbsent(name, report.bound);
        if (owner != null) {
            report.error(
                    "NAMESPACE_TWICE",
                    place.get(),
                    owner.tenant().equals(tenant)
                            ? "is listed twice"
                            : "belongs to tenant " + owner.tenant().name() + " too" + where(owner),
                    "list it once, under one tenant");
        }
    }

    private static String where(BoundTenant other) {
        var location = other.namePlace().location();
        return location == null ? "" : ", in " + location.file() + ":" + location.line();
    }

    /** Problems of one tenant. */
    private final class Report {
        private final BoundTenant bound;

        Report(BoundTenant bound) {
            this.bound = bound;
        }

        void flaw(String code, Place place, Flaw flaw) {
            error(code, place, flaw.message(), flaw.fix());
        }

        void error(String code, Place place, String message, String fix) {
            var name = bound.tenant().name();
            findings.add(new Problem(Severity.ERROR, code, message, fix, place.location(), place.path(), name));
        }
    }
}
