package io.tenantry.feature.network.reachability;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** NetworkPolicies written as text. */
final class Policies {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String POLICY = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {namespace: %s, name: %s}
            spec:
            %s
            """;

    private Policies() {}

    static NetworkPolicy ofJson(String json) {
        return JSON.readValue(json, NetworkPolicy.class);
    }

    /** All documents of a YAML text. */
    static List<NetworkPolicy> ofYaml(String yaml) {
        var policies = new ArrayList<NetworkPolicy>();
        new Load(LoadSettings.builder().build())
                .loadAllFromString(yaml)
                .forEach(document -> policies.add(JSON.convertValue(document, NetworkPolicy.class)));
        return List.copyOf(policies);
    }

    /** The policy with this spec in a namespace. */
    static NetworkPolicy of(String namespace, String name, String spec) {
        return ofYaml(POLICY.formatted(namespace, name, spec.indent(2))).get(0);
    }
}
