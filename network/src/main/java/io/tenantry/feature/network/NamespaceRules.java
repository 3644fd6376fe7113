package io.tenantry.feature.network;

import io.tenantry.feature.network.reachability.Direction;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.TenantView;
import java.util.ArrayList;
import java.util.List;

/** What one namespace of a tenant lets in and out, each rule with the parameter that it comes from. */
final class NamespaceRules {
    private final String tenant;
    private final Network network;
    private final NetworkProfile profile;

    NamespaceRules(TenantView<Network> tenant, NamespaceView<Network> namespace) {
        this.tenant = tenant.tenant().name();
        this.network = namespace.config();
        this.profile = tenant.cluster().profile(NetworkProfile.class);
    }

    /** Everything but DNS. */
    List<SourcedRule> rules() {
        var rules = new ArrayList<SourcedRule>();
        if (network.allowFromSameTenant()) {
            rules.add(new SourcedRule(
                    Direction.INGRESS, "allowFromSameTenant", List.of(Peers.tenant(tenant)), RulePorts.ALL));
        }
        if (network.allowToSameTenant()) {
            rules.add(new SourcedRule(
                    Direction.EGRESS, "allowToSameTenant", List.of(Peers.tenant(tenant)), RulePorts.ALL));
        }
        return rules;
    }

    /** What DNS needs, which no list of ports narrows. */
    List<SourcedRule> dns() {
        if (!network.allowToDns()) {
            return List.of();
        }
        var servers = DnsPeers.of(profile);
        return List.of(new SourcedRule(Direction.EGRESS, "allowToDns", servers.peers(), RulePorts.dns(servers.port())));
    }
}
