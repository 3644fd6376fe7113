package io.tenantry.feature.quota;

import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.LimitRangeItemBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.List;

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
        return new LimitRangeBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(NAME)
                .endMetadata()
                .withNewSpec()
                .withLimits(items)
                .endSpec()
                .build();
    }

    /** The key of such an object, as {@code explain} prints it. */
    static String key(String namespace) {
        return "v1/LimitRange/" + namespace + "/" + NAME;
    }

    private static LimitRangeItem container(List<ContainerRule> rules) {
        var item = new LimitRangeItemBuilder().withType("Container");
        for (var rule : rules) {
            var name = rule.resource().wireName();
            var unit = rule.resource().unit();
            item.addToMin(name, new Quantity(unit.text(rule.min())))
                    .addToDefaultRequest(name, new Quantity(unit.text(rule.defaultRequest())))
                    .addToDefault(name, new Quantity(unit.text(rule.defaultLimit())))
                    .addToMax(name, new Quantity(unit.text(rule.max())));
            if (rule.limitEqualsRequest()) {
                item.addToMaxLimitRequestRatio(name, LIMIT_EQUALS_REQUEST);
            }
        }
        return item.build();
    }

    private static LimitRangeItem pod(List<ContainerRule> rules) {
        var item = new LimitRangeItemBuilder().withType("Pod");
        for (var rule : rules) {
            if (rule.podMax() != null) {
                var max = rule.resource().unit().text(rule.podMax());
                item.addToMax(rule.resource().wireName(), new Quantity(max));
            }
        }
        return item.build();
    }
}
