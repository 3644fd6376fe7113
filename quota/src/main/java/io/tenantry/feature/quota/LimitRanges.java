package io.tenantry.feature.quota;

import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.LimitRangeSpec;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Quantity;
import io.tenantry.Amount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes LimitRanges.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/limit-range/">Limit Ranges</a>
 */
final class LimitRanges {
    static final String NAME = "tenantry-limits";

    private static final Quantity LIMIT_EQUALS_REQUEST = new Quantity("1");

    private LimitRanges() {}

    static LimitRange of(String namespace, List<ContainerRule> rules) {
        var items = new ArrayList<>(List.of(container(rules)));
        var pod = pod(rules);
        if (!pod.getMax().isEmpty()) {
            items.add(pod);
        }
        var metadata = new ObjectMeta();
        metadata.setNamespace(namespace);
        metadata.setName(NAME);
        var spec = new LimitRangeSpec();
        spec.setLimits(items);
        var range = new LimitRange();
        range.setMetadata(metadata);
        range.setSpec(spec);
        return range;
    }

    /** The key of such an object, as {@code explain} prints it. */
    static String key(String namespace) {
        return "v1/LimitRange/" + namespace + "/" + NAME;
    }

    private static LimitRangeItem container(List<ContainerRule> rules) {
        var item = new LimitRangeItem();
        item.setType("Container");
        item.setMin(quantities(rules, ContainerRule::min));
        item.setDefaultRequest(quantities(rules, ContainerRule::defaultRequest));
        item.setDefault(quantities(rules, ContainerRule::defaultLimit));
        item.setMax(quantities(rules, ContainerRule::max));
        var ratio = new LinkedHashMap<String, Quantity>();
        for (var rule : rules) {
            if (rule.limitEqualsRequest()) {
                ratio.put(rule.resource().wireName(), LIMIT_EQUALS_REQUEST);
            }
        }
        item.setMaxLimitRequestRatio(ratio);
        return item;
    }

    private static LimitRangeItem pod(List<ContainerRule> rules) {
        var item = new LimitRangeItem();
        item.setType("Pod");
        item.setMax(quantities(rules, ContainerRule::podMax));
        return item;
    }

    private static Map<String, Quantity> quantities(List<ContainerRule> rules, Bound bound) {
        var quantities = new LinkedHashMap<String, Quantity>();
        for (var rule : rules) {
            var amount = bound.of(rule);
            if (amount != null) {
                var resource = rule.resource();
                quantities.put(resource.wireName(), new Quantity(resource.unit().text(amount)));
            }
        }
        return quantities;
    }

    private interface Bound {
        @Nullable
        Amount of(ContainerRule rule);
    }
}
