package io.tenantry.feature.quota;

import io.tenantry.Amount;
import io.tenantry.spi.NamespaceView;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one namespace may use. */
final class NamespaceQuota {
    /** No tenant may create a ResourceQuota; the platform's own need room. */
    private static final Amount RESOURCE_QUOTAS = Amount.of(10);

    private final NamespaceView<Quota> view;
    private final Map<Parameter, Amount> shares;
    private final @Nullable Limits limits;
    private final SortedMap<String, Amount> hard;

    /**
     * A namespace with its share of each parameter.
     *
     * @param limits of the namespace; null where that section's contributor is not there
     */
    NamespaceQuota(NamespaceView<Quota> view, Map<Parameter, Amount> shares, @Nullable Limits limits) {
        this.view = view;
        this.shares = shares;
        this.limits = limits;
        this.hard = Collections.unmodifiableSortedMap(computeHard());
    }

    String name() {
        return view.name();
    }

    NamespaceView<Quota> view() {
        return view;
    }

    /** The namespace's share of each parameter that it has a value for. */
    Map<Parameter, Amount> shares() {
        return shares;
    }

    @Nullable
    Limits limits() {
        return limits;
    }

    List<QuotaScope> scopes() {
        return view.config().scopes();
    }

    /** The limits by ResourceQuota key, as they are rendered. */
    SortedMap<String, Amount> hard() {
        return hard;
    }

    /** {@link #hard()}, and what the section {@code limits} adds to it. */
    SortedMap<String, Amount> hardWithBurst() {
        var both = new TreeMap<>(hard);
        if (limits != null) {
            Burst.hard(limits).forEach((key, amount) -> both.merge(key, amount, Amount::min));
        }
        return both;
    }

    /** Whether the parameter has an effect here at all; no pod of class BestEffort requests CPU or memory. */
    boolean counts(Parameter parameter) {
        return !parameter.needsRequests() || !countsOnlyBestEffort();
    }

    boolean countsOnlyBestEffort() {
        return (limits != null && limits.qosClass() == QosClass.BEST_EFFORT)
                || scopes().stream().anyMatch(scope -> scope.kind() == QuotaScope.Kind.BEST_EFFORT);
    }

    /** The names of the parameters that take effect by one of these keys of the quota. */
    String[] namesOf(Set<String> keys) {
        return shares.keySet().stream()
                .filter(parameter -> keys.contains(parameter.key()))
                .map(Parameter::name)
                .toArray(String[]::new);
    }

    /** A pod that states nothing; empty where no LimitRange of ours gives it defaults. */
    Optional<PlainPod> plainPod(int containers) {
        return limits == null ? Optional.empty() : Optional.of(new PlainPod(containers, ContainerRule.of(limits)));
    }

    private SortedMap<String, Amount> computeHard() {
        var computed = new TreeMap<String, Amount>();
        shares.forEach((parameter, share) -> {
            if (counts(parameter)) {
                computed.merge(parameter.key(), share, Amount::min);
            }
        });
        var deployments = computed.get("count/deployments.apps");
        if (deployments != null) {
            computed.putIfAbsent("replicationcontrollers", deployments);
        }
        var pods = computed.get("pods");
        if (pods != null && limits != null) {
            var each = limits.ephemeralStorageRequest().toBigDecimal();
            computed.putIfAbsent(Compute.EPHEMERAL_STORAGE.requestKey(), Amount.of(each.multiply(pods.toBigDecimal())));
        }
        computed.put("resourcequotas", RESOURCE_QUOTAS);
        return computed;
    }
}
