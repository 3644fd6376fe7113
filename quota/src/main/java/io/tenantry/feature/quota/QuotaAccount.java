package io.tenantry.feature.quota;

import io.tenantry.spi.Manifests;
import io.tenantry.spi.TenantView;
import java.util.ArrayList;

/** Says of the section's keys that are no plain quota whether they take effect, and why some do not. */
final class QuotaAccount {
    private static final String NOBODY_ALERTS =
            "its thresholds are published, but no module on the class path alerts at them";

    private final TenantView<Quota> tenant;
    private final TenantQuota quota;

    QuotaAccount(TenantView<Quota> tenant, TenantQuota quota) {
        this.tenant = tenant;
        this.quota = quota;
    }

    /** The keys that the namespace's ResourceQuota as a whole makes true. */
    static String[] ofTheWhole(NamespaceQuota namespace) {
        var keys = new ArrayList<String>();
        if (namespace.view().isWritten("weight")) {
            keys.add("weight");
        }
        if (!namespace.view().config().softLimits()) {
            keys.add("softLimits");
        }
        return keys.toArray(String[]::new);
    }

    void notEnforced(Manifests.Builder out) {
        if (tenant.isWritten("weight")) {
            out.notEnforced("weight", "a weight compares namespaces; write it on their entries");
        }
        if (tenant.config().softLimits()) {
            out.notEnforced("softLimits", NOBODY_ALERTS);
        }
        if (!tenant.config().warnings().isEmpty()) {
            out.notEnforced("warnings", NOBODY_ALERTS);
        }
        for (var namespace : quota.namespaces()) {
            var effective = namespace.effective();
            for (var parameter : namespace.shares().keySet()) {
                if (!namespace.counts(parameter)) {
                    out.notEnforced(parameter.name(), "pods of class BestEffort request no CPU and no memory");
                } else if (!effective.contains(parameter)) {
                    out.notEnforced(
                            parameter.name(),
                            "a claim binds one volume, and the other of pvQuota and pvcQuota is lower");
                }
            }
        }
    }
}
