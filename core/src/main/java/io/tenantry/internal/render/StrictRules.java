package io.tenantry.internal.render;

import io.tenantry.ClusterProfile;
import io.tenantry.IsolationLevel;
import io.tenantry.internal.bind.BoundTenant;
import io.tenantry.manifest.Account;
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
    void judge(BoundTenant bound, Supplier<List<Account>> accounts) {
        if (bound.tenant().isolationLevel() != IsolationLevel.STRICT) {
            return;
        }
        var accepted = profile.acceptsNotEnforced();
        if (!Accounting.enforcesPolicies(profile) && !accepted.contains(Accounting.ADMISSION_POLICIES)) {
            report(
                    bound,
                    Severity.ERROR,
                    "STRICT_NEEDS_POLICIES",
                    "spec.isolationLevel",
                    "is strict but Kubernetes " + profile.kubernetesVersion() + " has no ValidatingAdmissionPolicy",
                    "use 1.30 or later, or accept it in the profile with acceptsNotEnforced: ["
                            + Accounting.ADMISSION_POLICIES + "]");
        }
        for (var account : accounts.get()) {
            if (!account.enforced() && !accepted(account, accepted)) {
                report(
                        bound,
                        account.written() ? Severity.ERROR : Severity.NOTICE,
                        "STRICT_NOT_ENFORCED",
                        account.path(),
                        "is " + account.value() + " but nothing enforces it: " + account.reason(),
                        account.written() ? "remove it, or accept it in the profile's acceptsNotEnforced" : "");
            }
        }
    }

    private static boolean accepted(Account account, List<String> accepted) {
        return accepted.stream()
                .anyMatch(entry -> account.path().equals("spec." + entry)
                        || account.path().endsWith("]." + entry)
                        || (entry.equals(Accounting.ADMISSION_POLICIES)
                                && account.reason().contains(Accounting.ADMISSION_POLICIES)));
    }

    private void report(BoundTenant bound, Severity severity, String code, String path, String message, String fix) {
        var keys = List.of(path.substring(path.indexOf('.') + 1).split("\\."));
        findings.add(new Problem(
                severity,
                code,
                message,
                fix,
                bound.locate(keys),
                path,
                bound.tenant().name()));
    }
}
