package io.tenantry.feature.quota;

import io.tenantry.Amount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A pod whose containers state no resources, as the API server's LimitRanger and ResourceQuota plugins see it: first
 * the LimitRange's defaults are filled in, then its bounds are checked, then the namespace's quota.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/limit-range/">Limit Ranges</a>
 */
final class PlainPod {
    private final int containers;
    private final List<ContainerRule> rules;
    private final SortedMap<String, Amount> usage;

    PlainPod(int containers, List<ContainerRule> rules) {
        this.containers = containers;
        this.rules = rules;
        this.usage = Collections.unmodifiableSortedMap(computeUsage());
    }

    /**
     * A bound that the pod breaks.
     *
     * @param what the pod's property, such as {@code requests.cpu}
     * @param needed what the pod has
     * @param allowed what the bound allows
     * @param bound what states the bound
     */
    record Refusal(String what, Unit unit, Amount needed, Amount allowed, Bound bound) {
        @Override
        public String toString() {
            return "%s %s, but %s is %s".formatted(what, unit.text(needed), bound.text, unit.text(allowed));
        }
    }

    /** What can refuse a pod. */
    enum Bound {
        CONTAINER_MIN("the least of a container"),
        CONTAINER_MAX("the most of a container"),
        POD_MAX("the most of a pod"),
        QUOTA("the namespace's quota");

        private final String text;

        Bound(String text) {
            this.text = text;
        }
    }

    /** How many such pods a quota holds, and the key that runs out first. */
    record Capacity(BigInteger pods, String key) {}

    /** What the pod takes from the quota. */
    SortedMap<String, Amount> usage() {
        return usage;
    }

    private SortedMap<String, Amount> computeUsage() {
        var usage = new TreeMap<String, Amount>();
        usage.put("pods", Amount.of(1));
        for (var rule : rules) {
            usage.put(rule.resource().requestKey(), rule.defaultRequest().times(containers));
            usage.put(rule.resource().limitKey(), rule.defaultLimit().times(containers));
        }
        return usage;
    }

    /** Everything that keeps the pod out of an empty namespace with these rules and this quota. */
    List<Refusal> refusals(Map<String, Amount> hard) {
        var refusals = new ArrayList<Refusal>();
        for (var rule : rules) {
            breaks(rule, refusals);
        }
        usage.forEach((key, needed) -> {
            var allowed = hard.get(key);
            if (allowed != null && needed.compareTo(allowed) > 0) {
                refusals.add(new Refusal(key, Unit.of(key), needed, allowed, Bound.QUOTA));
            }
        });
        return refusals;
    }

    private void breaks(ContainerRule rule, List<Refusal> refusals) {
        var unit = rule.resource().unit();
        var request = rule.resource().requestKey();
        var limit = rule.resource().limitKey();
        if (rule.defaultRequest().compareTo(rule.min()) < 0) {
            refusals.add(new Refusal(request, unit, rule.defaultRequest(), rule.min(), Bound.CONTAINER_MIN));
        }
        if (rule.defaultLimit().compareTo(rule.max()) > 0) {
            refusals.add(new Refusal(limit, unit, rule.defaultLimit(), rule.max(), Bound.CONTAINER_MAX));
        }
        var podLimit = rule.defaultLimit().times(containers);
        if (rule.podMax() != null && podLimit.compareTo(rule.podMax()) > 0) {
            refusals.add(new Refusal(limit, unit, podLimit, rule.podMax(), Bound.POD_MAX));
        }
    }

    /** The keys of a quota that every container must state and no default states. */
    List<String> unstated(Map<String, Amount> hard) {
        var keys = new ArrayList<String>();
        for (var resource : Compute.values()) {
            for (var key : List.of(resource.requestKey(), resource.limitKey())) {
                if (resource.mustBeStated() && hard.containsKey(key) && !usage.containsKey(key)) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }

    /** How many such pods this quota holds by everything but its number of pods; empty for without end. */
    Optional<Capacity> capacity(Map<String, Amount> hard) {
        Capacity least = null;
        for (var need : usage.entrySet()) {
            var allowed = hard.get(need.getKey());
            if (allowed == null
                    || need.getKey().equals("pods")
                    || need.getValue().compareTo(Amount.ZERO) <= 0) {
                continue;
            }
            var pods = allowed.in(need.getValue());
            if (least == null || pods.compareTo(least.pods()) < 0) {
                least = new Capacity(pods, need.getKey());
            }
        }
        return Optional.ofNullable(least);
    }
}
