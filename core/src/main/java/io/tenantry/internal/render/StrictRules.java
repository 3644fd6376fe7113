package io.tenantry.internal.render;

import io.tenantry.ClusterProfile;
import io.tenantry.IsolationLevel;
import io.tenantry.internal.bind.BoundTenant;
import io.tenantry.internal.bind.Merged.Place;
import io.tenantry.internal.render.Accounting.Accounted;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.util.List;
import java.util.function.Supplier;

/** Under strict, what is written takes effect, or the platform has accepted by name that it does not. */
final class StrictRules {
    private final Findings findings;
    private final ClusterProfile profile;

    StrictRules(Findings findings, ClusterProfile profile) {
        this.findings = findings;
        this.profile = profile;
    }

    /** Judges a strict tenant; the accounts of others are not even asked for. */
    void judge(BoundTenant bound, Supplier<List<Accounted>> accounts) {
        if (bound.tenant().isolationLevel() != IsolationLevel.STRICT) {
            return;
        }
        var accepted = profile.acceptsNotEnforced();
        if (!Accounting.enforcesPolicies(profile) && !accepted.contains(ClusterProfile.ADMISSION_POLICIES)) {
            report(
                    bound,
                    Severity.ERROR,
                    "STRICT_NEEDS_POLICIES",
                    bound.place(List.of("isolationLevel")),
                    "is strict but Kubernetes " + profile.kubernetesVersion() + " has no ValidatingAdmissionPolicy",
                    "use 1.30 or later, or accept it in the profile with acceptsNotEnforced: ["
                            + ClusterProfile.ADMISSION_POLICIES + "]");
        }
        for (var accounted : accounts.get()) {
            var account = accounted.account();
            if (!account.enforced() && !accepted(accounted, accepted)) {
                var fix = account.written() ? "remove it, or accept it in the profile's acceptsNotEnforced" : "";
                report(
                        bound,
                        account.written() ? Severity.ERROR : Severity.NOTICE,
                        "STRICT_NOT_ENFORCED",
                        new Place(account.path(), accounted.location()),
                        "is " + account.value() + " but nothing enforces it: " + account.reason(),
                        fix);
            }
        }
    }

    private static boolean accepted(Accounted accounted, List<String> accepted) {
        var parameter = accounted.parameter();
        return accepted.stream()
                .anyMatch(entry -> parameter.equals(entry)
                        || parameter.startsWith(entry + ".")
                        || (entry.equals(ClusterProfile.ADMISSION_POLICIES)
                                && accounted.account().reason().contains(ClusterProfile.ADMISSION_POLICIES)));
    }

    private void report(BoundTenant bound, Severity severity, String code, Place place, String message, String fix) {
        var tenant = bound.tenant().name();
        findings.add(new Problem(severity, code, message, fix, place.location(), place.path(), tenant));
    }
}
