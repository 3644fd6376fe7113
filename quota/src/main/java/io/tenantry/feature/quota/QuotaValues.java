package io.tenantry.feature.quota;

import io.tenantry.spi.Problems;
import io.tenantry.spi.TenantView;
import io.tenantry.validation.Names;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Judges each value of the section {@code quota} by itself. */
final class QuotaValues {
    private final List<Parameter> parameters;
    private final List<String> storageClasses;
    private boolean sound = true;

    private QuotaValues(TenantView<Quota> tenant, List<Parameter> parameters) {
        this.parameters = parameters;
        this.storageClasses = tenant.cluster().profile().storageClasses();
    }

    /** Reports what is wrong; answers whether it is worth asking how the values fit together. */
    static boolean areSound(TenantView<Quota> tenant, TenantQuota quota, Problems problems) {
        var values = new QuotaValues(tenant, quota.parameters());
        for (var level : Level.of(tenant, problems)) {
            values.amounts(level);
            values.weight(level);
            values.scopes(level);
            values.storageClasses(level);
            values.extendedResources(level);
            values.warnings(level);
        }
        return values.sound;
    }

    private void amounts(Level<Quota> level) {
        for (var parameter : parameters) {
            var amount = parameter.value().in(level.config());
            if (amount == null || !level.states(parameter.keys())) {
                continue;
            }
            var finest = parameter.unit().finest();
            if (amount.isNegative()) {
                var fix = "write 0 to allow none";
                error(level.at(parameter.keys()), "QUOTA_NEGATIVE", "is " + amount + " but must be 0 or more", fix);
            } else if (!amount.isMultipleOf(finest)) {
                var message = "is " + amount + " but must be a multiple of " + finest;
                var fix = "round it to " + parameter.unit().text(amount.floorTo(finest));
                error(level.at(parameter.keys()), "QUOTA_TOO_FINE", message, fix);
            }
        }
    }

    private void weight(Level<Quota> level) {
        var weight = level.config().weight();
        if (weight != null && weight < 1 && level.states("weight")) {
            var fix = "write a share of 0 to give a namespace nothing";
            error(level.at("weight"), "QUOTA_WEIGHT", "is " + weight + " but must be 1 or more", fix);
        }
    }

    private void scopes(Level<Quota> level) {
        var scopes = level.config().scopes();
        if (!level.states("scopes")) {
            return;
        }
        for (var at = 0; at < scopes.size(); at++) {
            for (var other : scopes.subList(0, at)) {
                var scope = scopes.get(at);
                if (scope.kind() == other.kind() || scope.kind().excludes(other.kind())) {
                    error(
                            level.at("scopes", Integer.toString(at)),
                            "QUOTA_SCOPES_EXCLUDE",
                            "is " + scope + " beside " + other + ", but a pod must be in all scopes to be counted",
                            "keep one of the two");
                }
            }
        }
    }

    private void storageClasses(Level<Quota> level) {
        for (var name : level.config().storageClassQuotas().keySet()) {
            var problems = level.at("storageClassQuotas", name);
            if (!level.states("storageClassQuotas", name)) {
                continue;
            }
            var flaw = Names.subdomain(name);
            flaw.ifPresent(wrong -> error(problems, "QUOTA_STORAGE_CLASS_NAME", wrong.message(), wrong.fix()));
            if (flaw.isEmpty() && !storageClasses.isEmpty() && !storageClasses.contains(name)) {
                problems.warning(
                        "QUOTA_STORAGE_CLASS_UNKNOWN",
                        "is no StorageClass of the cluster profile, which has " + String.join(", ", storageClasses),
                        "correct the name, or add it to the profile's storageClasses");
            }
        }
    }

    private void extendedResources(Level<Quota> level) {
        for (var name : level.config().extendedResources().keySet()) {
            if (!level.states("extendedResources", name)) {
                continue;
            }
            var problems = level.at("extendedResources", name);
            var fix = "write the name that the nodes announce, such as nvidia.com/gpu";
            if (!name.contains("/") || name.contains("kubernetes.io/") || name.startsWith("requests.")) {
                var message = "is no extended resource: those have a domain of their own before the /";
                error(problems, "QUOTA_RESOURCE_NAME", message, fix);
            } else {
                Names.qualified("requests." + name)
                        .ifPresent(flaw -> error(problems, "QUOTA_RESOURCE_NAME", flaw.message(), fix));
            }
        }
    }

    private void warnings(Level<Quota> level) {
        level.config().warnings().forEach((name, ratio) -> {
            if (!level.states("warnings", name)) {
                return;
            }
            var problems = level.at("warnings", name);
            if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
                var names = Parameter.FIXED.stream().map(Parameter::name).collect(Collectors.joining(", "));
                error(problems, "QUOTA_WARNING_NAME", "names no quota", "write one of " + names);
            } else if (ratio.signum() <= 0 || ratio.compareTo(BigDecimal.ONE) > 0) {
                var message = "is " + ratio.toPlainString() + " but must be above 0 and at most 1";
                error(problems, "QUOTA_WARNING_RATIO", message, "write 0.8 to hear of it at 80 %");
            }
        });
    }

    private void error(Problems problems, String code, String message, String fix) {
        sound = false;
        problems.error(code, message, fix);
    }
}
