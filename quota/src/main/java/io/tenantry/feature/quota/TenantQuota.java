package io.tenantry.feature.quota;

import io.tenantry.Amount;
import io.tenantry.feature.quota.Split.Claim;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.TenantView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A tenant's quota, divided among its namespaces.
 *
 * <p>A written total is divided exactly. A total that is only a default gives each namespace that writes no share of
 * its own the part that it would have if none did, so that a large share of one takes nothing from the others.
 */
final class TenantQuota {
    private final TenantView<Quota> tenant;
    private final List<Parameter> parameters;
    private final Map<String, Long> weights;
    private final Map<Parameter, Map<String, Amount>> shares = new LinkedHashMap<>();
    private final List<Overdraw> overdraws = new ArrayList<>();
    private final List<NamespaceQuota> namespaces;

    /** Written shares that are more than their written total. */
    record Overdraw(Parameter parameter, Amount total, Amount written, Map<String, Amount> shares) {}

    private TenantQuota(TenantView<Quota> tenant) {
        this.tenant = tenant;
        this.parameters = Parameter.of(tenant);
        this.weights = weights(tenant.namespaces());
        for (var parameter : parameters) {
            shares.put(parameter, divide(parameter));
        }
        var limits = limits();
        this.namespaces = tenant.namespaces().stream()
                .map(namespace ->
                        new NamespaceQuota(namespace, sharesOf(namespace.name()), limits.get(namespace.name())))
                .toList();
    }

    static TenantQuota of(TenantView<Quota> tenant) {
        return new TenantQuota(tenant);
    }

    List<Parameter> parameters() {
        return parameters;
    }

    List<Overdraw> overdraws() {
        return overdraws;
    }

    /** One for each namespace of the tenant, in the same order. */
    List<NamespaceQuota> namespaces() {
        return namespaces;
    }

    /** What the tenant may use in all of a ResourceQuota key: the written total, else the sum over its namespaces. */
    Amount total(String key) {
        return parameters.stream()
                .filter(parameter -> parameter.key().equals(key) && tenant.isWritten(parameter.keys()))
                .map(parameter -> parameter.value().in(tenant.config()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> sum(key));
    }

    private Amount sum(String key) {
        return namespaces.stream()
                .map(namespace -> namespace.hard().getOrDefault(key, Amount.ZERO))
                .reduce(Amount.ZERO, Amount::plus);
    }

    private Map<String, Limits> limits() {
        var limits = new HashMap<String, Limits>();
        tenant.view(LimitsContributor.SECTION)
                .ifPresent(view ->
                        view.namespaces().forEach(namespace -> limits.put(namespace.name(), namespace.config())));
        return limits;
    }

    private Map<Parameter, Amount> sharesOf(String namespace) {
        var own = new LinkedHashMap<Parameter, Amount>();
        shares.forEach((parameter, all) -> {
            var share = all.get(namespace);
            if (share != null) {
                own.put(parameter, share);
            }
        });
        return own;
    }

    private Map<String, Amount> divide(Parameter parameter) {
        var total = parameter.value().in(tenant.config());
        var claims = claims(parameter);
        var written = written(claims);
        if (total == null || (written.size() == claims.size() && !tenant.isWritten(parameter.keys()))) {
            return written;
        }
        if (tenant.isWritten(parameter.keys())) {
            var split = Split.of(total, parameter.unit(), claims);
            if (split.written().compareTo(total) > 0) {
                overdraws.add(new Overdraw(parameter, total, split.written(), written));
            }
            return split.shares();
        }
        var open = written.isEmpty()
                ? claims
                : claims.stream().map(Claim::withoutShare).toList();
        var divided = Split.of(total, parameter.unit(), open).shares();
        divided.putAll(written);
        return divided;
    }

    private List<Claim> claims(Parameter parameter) {
        var claims = new ArrayList<Claim>();
        for (var namespace : tenant.namespaces()) {
            var share =
                    namespace.isWritten(parameter.keys()) ? parameter.value().in(namespace.config()) : null;
            claims.add(new Claim(namespace.name(), share, weights.getOrDefault(namespace.name(), 1L)));
        }
        return claims;
    }

    private static Map<String, Amount> written(List<Claim> claims) {
        var shares = new LinkedHashMap<String, Amount>();
        for (var claim : claims) {
            if (claim.share() != null) {
                shares.put(claim.namespace(), claim.share());
            }
        }
        return shares;
    }

    /** At least 1, also where a smaller one is still to be reported. */
    private static Map<String, Long> weights(List<NamespaceView<Quota>> namespaces) {
        var weights = new HashMap<String, Long>();
        for (var namespace : namespaces) {
            var weight = namespace.config().weight();
            if (weight != null) {
                weights.put(namespace.name(), Math.max(1, weight));
            }
        }
        return weights;
    }
}
