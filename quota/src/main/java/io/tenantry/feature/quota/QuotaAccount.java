package io.tenantry.feature.quota;

import io.tenantry.Labels;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Manifests;

/** Says of the keys that are no plain quota, and of quotas that count nothing, what becomes of them. */
final class QuotaAccount {
    private static final String SOFT_LIMITS_ANNOTATION = Labels.PREFIX + "soft-limits";
    private static final String NOBODY_ALERTS =
            "its thresholds are published, but no module on the class path alerts at them";

    private QuotaAccount() {}

    static void of(NamespaceQuota namespace, Manifests.Builder out) {
        var config = namespace.view().config();
        for (var parameter : namespace.shares().keySet()) {
            if (!namespace.counts(parameter)) {
                out.notEnforced(parameter.name(), "pods of class BestEffort request no CPU and no memory");
            }
        }
        if (!config.warnings().isEmpty()) {
            out.notEnforced("warnings", NOBODY_ALERTS);
        }
        var softLimits = config.softLimits();
        if (softLimits == null) {
            return;
        }
        var annotation = out.annotate(namespace.name(), SOFT_LIMITS_ANNOTATION, softLimits.toString());
        if (softLimits) {
            annotation.notEnforced("softLimits", NOBODY_ALERTS);
        } else {
            annotation.makesTrue(Enforcement.RECORD, "softLimits");
        }
    }
}
