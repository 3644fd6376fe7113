package io.tenantry.internal.render;

import io.tenantry.Tenant;
import io.tenantry.internal.bind.BoundTenant;
import io.tenantry.internal.bind.Merged;
import io.tenantry.internal.bind.Merged.Place;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.Problems;
import io.tenantry.spi.Section;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A narrowing of where problems are.
 *
 * @param section null for a render check, whose keys begin at {@code spec}
 * @param tenant null while no tenant is named
 * @param profile whether the place is in the cluster profile, and neither in a section nor of a tenant
 * @param namespace empty for the tenant's own level
 */
record SectionProblems(
        Findings findings,
        @Nullable Section<?> section,
        @Nullable BoundTenant tenant,
        String namespace,
        boolean profile,
        List<String> keys)
        implements Problems {

    SectionProblems(Findings findings, @Nullable Section<?> section, @Nullable BoundTenant tenant) {
        this(findings, section, tenant, "", false, List.of());
    }

    @Override
    public Problems at(String key) {
        var deeper = new ArrayList<>(keys);
        deeper.add(key);
        return new SectionProblems(findings, section, tenant, namespace, profile, deeper);
    }

    @Override
    public Problems in(NamespaceView<?> namespace) {
        return new SectionProblems(findings, section, tenant, namespace.name(), false, keys);
    }

    @Override
    public Problems of(Tenant tenant) {
        return new SectionProblems(findings, section, findings.bound(tenant), "", false, keys);
    }

    @Override
    public Problems inProfile() {
        return new SectionProblems(findings, null, null, "", true, List.of());
    }

    @Override
    public void error(String code, String message, String fix) {
        report(Severity.ERROR, code, message, fix);
    }

    @Override
    public void warning(String code, String message, String fix) {
        report(Severity.WARNING, code, message, fix);
    }

    @Override
    public void notice(String code, String message, String fix) {
        report(Severity.NOTICE, code, message, fix);
    }

    private void report(Severity severity, String code, String message, String fix) {
        var place = place();
        var name = tenant == null ? null : tenant.tenant().name();
        findings.add(new Problem(severity, code, message, fix, place.location(), place.path(), name));
    }

    private Place place() {
        if (profile) {
            return findings.profilePlace(keys);
        }
        if (tenant == null) {
            return new Place(String.join(".", keys), null);
        }
        if (section == null) {
            return tenant.place(keys);
        }
        Merged<?> merged = namespace.isEmpty() ? tenant.section(section) : tenant.section(section, namespace);
        return merged.place(keys);
    }
}
