package io.tenantry.feature.network;

import io.tenantry.feature.network.PodPeer.Requirement;
import io.tenantry.spi.Problems;
import io.tenantry.validation.Names;
import java.util.Map;
import java.util.Objects;

/** Judges the pods that may connect: labels that a pod can have, and not every pod. */
final class PodPeerProblems {
    private static final String CODE = "NETWORK_LABEL";

    private PodPeerProblems() {}

    static void check(NetworkPlace place) {
        var peers = place.network().allowFromPods();
        for (int i = 0; i < peers.size(); i++) {
            var at = place.at("allowFromPods", i);
            var peer = peers.get(i);
            if (peer.labels().isEmpty() && peer.requirements().isEmpty()) {
                at.error(
                        "NETWORK_PODS_ALL",
                        "selects every pod of " + Objects.requireNonNullElse(peer.namespace(), "its own namespace"),
                        "write matchLabels, or use allowFromNamespaces");
            }
            labels(peer.labels(), at.at("matchLabels"));
            for (int j = 0; j < peer.requirements().size(); j++) {
                requirement(
                        peer.requirements().get(j), at.at("matchExpressions").at(Integer.toString(j)));
            }
        }
    }

    static void labels(Map<String, String> labels, Problems at) {
        labels.forEach((key, value) -> {
            Names.labelKey(key).ifPresent(flaw -> at.at(key).error(CODE, flaw.message(), flaw.fix()));
            Names.labelValue(value).ifPresent(flaw -> at.at(key).error(CODE, flaw.message(), flaw.fix()));
        });
    }

    private static void requirement(Requirement requirement, Problems at) {
        Names.labelKey(requirement.key()).ifPresent(flaw -> at.at("key").error(CODE, flaw.message(), flaw.fix()));
        var values = requirement.valuesOrNone();
        if (values.isEmpty() == requirement.operator().takesValues()) {
            at.error(
                    CODE,
                    "has the operator " + requirement.operator() + " and " + values.size() + " values",
                    requirement.operator().takesValues() ? "write values" : "remove values");
        }
        for (int i = 0; i < values.size(); i++) {
            var place = at.at("values").at(Integer.toString(i));
            Names.labelValue(values.get(i)).ifPresent(flaw -> place.error(CODE, flaw.message(), flaw.fix()));
        }
    }
}
