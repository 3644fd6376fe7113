package io.tenantry.feature.network;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.tenantry.Labels;
import io.tenantry.feature.network.reachability.Direction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Which parameter of a tenant file each rule of a NetworkPolicy comes from, as the policy itself says it.
 *
 * <pre>{@code
 * RuleSources.of(policy).source(Direction.INGRESS, 0)   // network.allowFromSameTenant
 * }</pre>
 *
 * <p>The annotation has a line for each rule, such as {@code ingress[0]: network.allowFromSameTenant}. A rule comes from
 * exactly one parameter. On a live object it is worth as much as the object: whoever may write policies of his own may
 * write the annotation too.
 */
public final class RuleSources {
    /** The annotation of a rendered policy. */
    public static final String ANNOTATION = Labels.PREFIX + "source";

    private static final String SECTION = "network.";
    private static final String ARROW = ": ";

    private final Map<String, String> sources;

    private RuleSources(Map<String, String> sources) {
        this.sources = sources;
    }

    /** What a policy says; of a policy that Tenantry did not make, nothing. */
    public static RuleSources of(NetworkPolicy policy) {
        var sources = new HashMap<String, String>();
        var annotations = Objects.requireNonNullElse(policy.getMetadata().getAnnotations(), Map.<String, String>of());
        annotations.getOrDefault(ANNOTATION, "").lines().forEach(line -> {
            int arrow = line.indexOf(ARROW);
            if (arrow > 0) {
                sources.put(line.substring(0, arrow), line.substring(arrow + ARROW.length()));
            }
        });
        return new RuleSources(sources);
    }

    /** The parameter, its section first, that a rule comes from; by the rule's index in its direction. */
    public Optional<String> source(Direction direction, int rule) {
        return Optional.ofNullable(sources.get(place(direction, rule)));
    }

    static String text(List<SourcedRule> rules) {
        var lines = new StringJoiner("\n");
        for (var direction : Direction.values()) {
            int index = 0;
            for (var rule : NetworkPolicies.in(rules, direction)) {
                lines.add(place(direction, index++) + ARROW + SECTION + rule.parameter());
            }
        }
        return lines.toString();
    }

    private static String place(Direction direction, int rule) {
        return direction + "[" + rule + "]";
    }
}
