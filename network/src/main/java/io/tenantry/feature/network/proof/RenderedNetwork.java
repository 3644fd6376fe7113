package io.tenantry.feature.network.proof;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.tenantry.feature.network.reachability.AddressSet;
import io.tenantry.feature.network.reachability.Cidr;
import io.tenantry.feature.network.reachability.Decision.RuleRef;
import io.tenantry.feature.network.reachability.Openings;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * All namespaces and NetworkPolicies of a rendering, with those that the cluster has besides.
 *
 * <pre>{@code
 * Proof.of(RenderedNetwork.of(rendered)).separated()
 * }</pre>
 *
 * <p>What is rendered replaces what the cluster has under the same name. Tenants' objects are not kept. Not safe for use
 * by several threads.
 */
public final class RenderedNetwork {
    private final Rendered rendered;
    private final NetworkReading reading;
    private final Openings openings;
    private final RuleParameters parameters;
    private final Declarations declarations;

    private RenderedNetwork(Rendered rendered, NetworkReading reading) {
        this.rendered = rendered;
        this.reading = reading;
        this.openings = reading.openings();
        this.declarations = Declarations.of(rendered);
        this.parameters = new RuleParameters(rendered, reading);
    }

    /** Reads the objects of each tenant once. */
    public static RenderedNetwork of(Rendered rendered) {
        var reading = new NetworkReading(rendered.existing());
        reading.shared(rendered.shared());
        rendered.tenants().forEach(tenant -> reading.tenant(tenant.name(), rendered.objects(tenant)));
        return new RenderedNetwork(rendered, reading);
    }

    public Rendered rendered() {
        return rendered;
    }

    /**
     * What is open, where ipBlocks apply to pods with these addresses too.
     *
     * @param podAddresses see {@link Openings.Builder#build}
     */
    public Openings openings(AddressSet podAddresses) {
        return openings.with(podAddresses);
    }

    /** The addresses of pods that the cluster profile states; none when it states none. */
    public AddressSet statedPodAddresses() {
        return AddressSet.of(rendered.cluster().profile().podCIDRs().stream()
                .map(Cidr::parse)
                .toList());
    }

    /** The namespaces of tenants, and whose each is. */
    public SortedMap<String, String> owners() {
        return reading.owners();
    }

    /** Namespaces that rules name and no tenant has. */
    public SortedSet<String> platformNamespaces() {
        return reading.platformNamespaces();
    }

    /** The parameter that a rule comes from; empty for a rule that was not rendered from one. */
    public Optional<String> parameter(RuleRef rule) {
        return parameters.parameter(rule);
    }

    /** What tenants declare open. */
    public Declarations declarations() {
        return declarations;
    }

    /** Policies that are in the cluster besides what was rendered, as {@code namespace/name}. */
    public Set<String> foreignPolicies() {
        return reading.foreignPolicies();
    }

    NetworkReading reading() {
        return reading;
    }

    static boolean isNamespace(Manifest manifest) {
        return manifest.object() instanceof Namespace;
    }

    static List<NetworkPolicy> policies(List<Manifest> manifests) {
        return manifests.stream()
                .filter(manifest -> manifest.object() instanceof NetworkPolicy)
                .map(manifest -> (NetworkPolicy) manifest.object())
                .toList();
    }
}
