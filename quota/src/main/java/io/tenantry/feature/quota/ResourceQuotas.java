package io.tenantry.feature.quota;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.ResourceQuotaSpec;
import io.fabric8.kubernetes.api.model.ScopeSelector;
import io.fabric8.kubernetes.api.model.ScopeSelectorBuilder;
import io.tenantry.Amount;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes ResourceQuotas.
 *
 * <p>Scopes stand in {@code scopeSelector}: it takes every scope, and unlike {@code scopes} it can be changed later.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/">Resource Quotas</a>
 */
final class ResourceQuotas {
    static final String EVERYTHING = "tenantry-quota";
    static final String IN_SCOPE = "tenantry-quota-scoped";
    static final String BURST = "tenantry-burst";

    private ResourceQuotas() {}

    static ResourceQuota of(String namespace, String name, SortedMap<String, Amount> hard) {
        var metadata = new ObjectMeta();
        metadata.setNamespace(namespace);
        metadata.setName(name);
        var spec = new ResourceQuotaSpec();
        spec.setHard(quantities(hard));
        var quota = new ResourceQuota();
        quota.setMetadata(metadata);
        quota.setSpec(spec);
        return quota;
    }

    static ResourceQuota of(String namespace, String name, SortedMap<String, Amount> hard, List<QuotaScope> scopes) {
        return new ResourceQuotaBuilder(of(namespace, name, hard))
                .editSpec()
                .withScopeSelector(selector(scopes))
                .endSpec()
                .build();
    }

    /** The key of such an object, as {@code explain} prints it. */
    static String key(String namespace, String name) {
        return "v1/ResourceQuota/" + namespace + "/" + name;
    }

    private static Map<String, Quantity> quantities(SortedMap<String, Amount> hard) {
        var quantities = new TreeMap<String, Quantity>();
        hard.forEach(
                (key, amount) -> quantities.put(key, new Quantity(Unit.of(key).text(amount))));
        return quantities;
    }

    private static ScopeSelector selector(List<QuotaScope> scopes) {
        var selector = new ScopeSelectorBuilder();
        for (var scope : scopes) {
            selector.addNewMatchExpression()
                    .withScopeName(scope.kind().wireName())
                    .withOperator(scope.priorityClasses().isEmpty() ? "Exists" : "In")
                    .withValues(scope.priorityClasses())
                    .endMatchExpression();
        }
        return selector.build();
    }
}
