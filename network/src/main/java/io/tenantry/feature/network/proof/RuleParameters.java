package io.tenantry.feature.network.proof;

import io.tenantry.Tenant;
import io.tenantry.feature.network.RuleSources;
import io.tenantry.feature.network.reachability.Decision.RuleRef;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters that rendered rules come from, looked up tenant by tenant when asked for. */
final class RuleParameters {
    private final Rendered rendered;
    private final NetworkReading reading;
    private final Map<String, Tenant> tenants = new HashMap<>();
    private final Map<String, Map<String, RuleSources>> sources = new HashMap<>();

    RuleParameters(Rendered rendered, NetworkReading reading) {
        this.rendered = rendered;
        this.reading = reading;
        rendered.tenants().forEach(tenant -> tenants.put(tenant.name(), tenant));
    }

    Optional<String> parameter(RuleRef rule) {
        if (reading.foreignPolicies().contains(rule.policy())) {
            return Optional.empty();
        }
        var owner = reading.owners()
                .getOrDefault(rule.policy().substring(0, rule.policy().indexOf('/')), "");
        return Optional.ofNullable(sources.computeIfAbsent(owner, this::sources).get(rule.policy()))
                .flatMap(policy -> policy.source(rule.direction(), rule.rule()));
    }

    private Map<String, RuleSources> sources(String owner) {
        var tenant = tenants.get(owner);
        var found = new HashMap<String, RuleSources>();
        for (var policy : RenderedNetwork.policies(tenant == null ? List.<Manifest>of() : rendered.objects(tenant))) {
            found.put(
                    policy.getMetadata().getNamespace() + "/"
                            + policy.getMetadata().getName(),
                    RuleSources.of(policy));
        }
        return found;
    }
}
