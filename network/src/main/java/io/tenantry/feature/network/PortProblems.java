package io.tenantry.feature.network;

import io.tenantry.spi.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges the ports of a namespace: each by itself, and what is left of them together. */
final class PortProblems {
    private final NetworkPlace place;
    private final Network network;

    private PortProblems(NetworkPlace place) {
        this.place = place;
        this.network = place.network();
    }

    static void check(NetworkPlace place) {
        new PortProblems(place).check();
    }

    private void check() {
        var allowed = terms("allowedPorts", network.allowedPorts());
        var blocked = terms("blockedPorts", network.blockedPorts());
        if (allowed.isPresent() && blocked.isPresent() && names(allowed.get(), blocked.get())) {
            together();
        }
    }

    /** What the ports mean; empty when one of them means nothing, which is reported. */
    private Optional<List<PortTerm>> terms(String key, List<PolicyPort> ports) {
        var terms = new ArrayList<PortTerm>();
        for (int i = 0; i < ports.size(); i++) {
            read(ports.get(i), place.at(key, i)).ifPresent(terms::add);
        }
        return terms.size() == ports.size() ? Optional.of(terms) : Optional.empty();
    }

    /** A port, or a problem of it. */
    static Optional<PortTerm> read(PolicyPort port, Problems at) {
        try {
            return Optional.of(PortTerm.of(port));
        } catch (IllegalArgumentException e) {
            Refusal.of(e).report(at, "NETWORK_PORT");
            return Optional.empty();
        }
    }

    /** A name stands for a number that only the called pod knows. Whether there is none where that is not enough. */
    private boolean names(List<PortTerm> allowed, List<PortTerm> blocked) {
        boolean sound = true;
        for (int i = 0; i < blocked.size(); i++) {
            if (blocked.get(i).name() != null) {
                sound = named("blockedPorts", i, blocked.get(i), "cannot be taken out of a range of numbers");
            }
        }
        for (int i = 0; i < allowed.size(); i++) {
            if (allowed.get(i).name() != null && !blocked.isEmpty()) {
                sound = named("allowedPorts", i, allowed.get(i), "cannot be told from blockedPorts");
            } else if (allowed.get(i).name() != null && place.gates().hasBlocks()) {
                sound = named("allowedPorts", i, allowed.get(i), "means nothing outside of the cluster");
            }
        }
        return sound;
    }

    private boolean named(String key, int index, PortTerm term, String reason) {
        place.at(key, index)
                .error("NETWORK_PORT_NAMED", "is the name " + term.name() + ", which " + reason, "write its number");
        return false;
    }

    private void together() {
        var ports = RulePorts.of(network.allowedPorts(), network.blockedPorts());
        if (ports.isEmpty()) {
            place.withoutEffect(
                    "blockedPorts",
                    "NETWORK_PORTS_NONE",
                    "leaves nothing of " + (network.allowedPorts().isEmpty() ? "all ports" : "allowedPorts")
                            + ", so no rule but DNS and the platform's is left",
                    "block less, or close the gates");
        } else if (ports.hasRange() && !place.gates().profile().endPort()) {
            var key = network.blockedPorts().isEmpty() ? "allowedPorts" : "blockedPorts";
            place.at(key)
                    .error(
                            "NETWORK_PORT_RANGE",
                            "takes a range of ports, and the profile says that the network plugin ignores endPort",
                            "write single ports in allowedPorts, or correct network.endPort in the profile");
        }
    }
}
