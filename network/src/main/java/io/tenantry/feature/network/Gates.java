package io.tenantry.feature.network;

import io.tenantry.ClusterProfile.ApiServer;
import io.tenantry.IsolationLevel;
import io.tenantry.feature.network.NetworkProfile.PlatformPeer;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.TenantView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which gates of a namespace are open: a gate within another is open when both are. Where nothing is written, the
 * platform's peers are let through if the profile names them and the level is not strict.
 */
record Gates(
        Network network,
        boolean strict,
        NetworkProfile profile,
        @Nullable ApiServer apiServer) {

    static Gates of(TenantView<Network> tenant, NamespaceView<Network> namespace) {
        return new Gates(
                namespace.config(),
                tenant.tenant().isolationLevel() == IsolationLevel.STRICT,
                tenant.cluster().profile(NetworkProfile.class),
                tenant.cluster().profile().apiServer());
    }

    /** Whether the namespace is closed in both directions but for what the section opens. */
    boolean isolates() {
        return network.networkIsolation() && closes(PolicyType.INGRESS) && closes(PolicyType.EGRESS);
    }

    boolean closes(PolicyType direction) {
        return network.policyTypes().contains(direction);
    }

    Optional<PlatformPeer> ingressController() {
        return Optional.ofNullable(profile.ingressController())
                .filter(peer -> network.ingressEnabled() && opens(network.allowFromIngressController()));
    }

    Optional<PlatformPeer> monitoring() {
        return Optional.ofNullable(profile.monitoring())
                .filter(peer -> network.ingressEnabled() && opens(network.allowFromMonitoring()));
    }

    Optional<ApiServer> kubernetesApi() {
        return Optional.ofNullable(apiServer)
                .filter(server -> network.egressEnabled() && opens(network.allowToKubernetesApi()));
    }

    /** What keeps this namespace's DNS apart; empty when it does not ask for it, or the profile has nothing. */
    Optional<DnsMeans> dnsMeans() {
        return Boolean.TRUE.equals(network.dnsIsolation())
                ? Optional.ofNullable(profile.dnsIsolation()).map(NetworkProfile.DnsIsolation::means)
                : Optional.empty();
    }

    boolean external() {
        return network.egressEnabled() && network.allowToExternal();
    }

    /** Whether the lists let anything in. */
    boolean listsOpenIngress() {
        return network.ingressEnabled()
                && !(network.allowFromNamespaces().isEmpty()
                        && network.allowFromPods().isEmpty()
                        && network.allowFromExternalCIDRs().isEmpty());
    }

    /** Whether the lists, or the internet's gate, let anything out. */
    boolean listsOpenEgress() {
        return external()
                || (network.egressEnabled() && !network.allowToNamespaces().isEmpty());
    }

    boolean opensIngress() {
        return network.allowFromSameTenant()
                || listsOpenIngress()
                || ingressController().isPresent()
                || monitoring().isPresent();
    }

    boolean opensEgress() {
        return network.allowToSameTenant()
                || listsOpenEgress()
                || kubernetesApi().isPresent();
    }

    /** Whether there is a rule that {@code allowedPorts} narrows. */
    boolean hasRuleWithPorts() {
        return (closes(PolicyType.INGRESS) && (network.allowFromSameTenant() || listsOpenIngress()))
                || (closes(PolicyType.EGRESS) && (network.allowToSameTenant() || listsOpenEgress()));
    }

    /** Whether a rule that {@code allowedPorts} narrows has address blocks. */
    boolean hasBlocks() {
        return (network.ingressEnabled() && !network.allowFromExternalCIDRs().isEmpty()) || external();
    }

    private boolean opens(@Nullable Boolean written) {
        return written == null ? !strict : written;
    }
}
