package io.tenantry.feature.network.proof;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.tenantry.Labels;
import io.tenantry.feature.network.reachability.AddressSet;
import io.tenantry.feature.network.reachability.Openings;
import io.tenantry.manifest.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Takes in objects tenant by tenant and keeps of them only what the proof needs. */
final class NetworkReading {
    private static final String POD_SECURITY = "pod-security.kubernetes.io/enforce";
    private static final Set<String> WITHOUT_HOST_NETWORK = Set.of("baseline", "restricted");

    private final Openings.Builder openings = new Openings.Builder();
    private final SortedMap<String, String> owners = new TreeMap<>();
    private final Set<String> foreign = new HashSet<>();
    private final SortedSet<String> lax = new TreeSet<>();
    private final List<String> refused = new ArrayList<>();
    private final Map<String, Map<String, String>> existingLabels = new TreeMap<>();
    private final Map<String, List<NetworkPolicy>> existing = new TreeMap<>();
    private final Map<String, List<NetworkPolicy>> platform = new TreeMap<>();
    private boolean endPorts;

    NetworkReading(List<HasMetadata> existingObjects) {
        for (var object : existingObjects) {
            if (object instanceof Namespace namespace) {
                existingLabels.put(namespace.getMetadata().getName(), labels(namespace));
            } else if (object instanceof NetworkPolicy policy) {
                try {
                    new Openings.Builder().add("", Map.of(), List.of(policy));
                    existing.computeIfAbsent(namespace(policy), name -> new ArrayList<>())
                            .add(policy);
                } catch (IllegalArgumentException e) {
                    refused.add(e.getMessage());
                }
            }
        }
    }

    /** Policies in namespaces of the platform. */
    void shared(List<Manifest> manifests) {
        RenderedNetwork.policies(manifests).forEach(this::addToPlatform);
    }

    /** The objects of a tenant. */
    void tenant(String tenant, List<Manifest> manifests) {
        var policies = new LinkedHashMap<String, List<NetworkPolicy>>();
        for (var manifest : manifests) {
            if (manifest.object() instanceof Namespace namespace) {
                owners.put(namespace.getMetadata().getName(), tenant);
                policies.put(namespace.getMetadata().getName(), new ArrayList<>());
            }
        }
        for (var policy : RenderedNetwork.policies(manifests)) {
            var own = policies.get(namespace(policy));
            if (own != null) {
                own.add(policy);
            } else {
                addToPlatform(policy);
            }
        }
        for (var manifest : manifests) {
            if (manifest.object() instanceof Namespace namespace) {
                var name = namespace.getMetadata().getName();
                var labels = new HashMap<>(Objects.requireNonNullElse(existingLabels.remove(name), Map.of()));
                labels.putAll(labels(namespace));
                add(name, labels, Objects.requireNonNull(policies.get(name)));
            }
        }
    }

    /** Everything, with what the cluster has besides. */
    Openings openings() {
        var rest = new TreeSet<>(existingLabels.keySet());
        rest.addAll(existing.keySet());
        rest.addAll(platform.keySet());
        for (var name : rest) {
            var labels = existingLabels.getOrDefault(name, Map.of());
            if (labels.containsKey(Labels.TENANT)) {
                owners.put(name, labels.get(Labels.TENANT));
            }
            add(name, labels, platform.getOrDefault(name, List.of()));
        }
        var known = new HashSet<>(owners.keySet());
        known.addAll(rest);
        openings.namespacesNamed().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> openings.add(name, Map.of(), List.of()));
        return openings.build(AddressSet.ALL);
    }

    SortedMap<String, String> owners() {
        return Collections.unmodifiableSortedMap(owners);
    }

    SortedSet<String> platformNamespaces() {
        var names = new TreeSet<>(openings.namespacesNamed());
        names.addAll(existingLabels.keySet());
        names.addAll(platform.keySet());
        names.removeAll(owners.keySet());
        return names;
    }

    Set<String> foreignPolicies() {
        return Collections.unmodifiableSet(foreign);
    }

    /** What the API server would not have stored, one sentence each. */
    List<String> refused() {
        return refused;
    }

    /** Namespaces of tenants where Pod Security admits pods in the host's network. */
    SortedSet<String> lax() {
        return lax;
    }

    boolean usesEndPorts() {
        return endPorts;
    }

    private void addToPlatform(NetworkPolicy policy) {
        platform.computeIfAbsent(namespace(policy), name -> new ArrayList<>()).add(policy);
    }

    private void add(String namespace, Map<String, String> labels, List<NetworkPolicy> rendered) {
        var names = new HashSet<String>();
        rendered.forEach(policy -> names.add(policy.getMetadata().getName()));
        var all = new ArrayList<>(rendered);
        for (var policy : Objects.requireNonNullElse(existing.remove(namespace), List.<NetworkPolicy>of())) {
            if (names.add(policy.getMetadata().getName())) {
                all.add(policy);
                foreign.add(namespace + "/" + policy.getMetadata().getName());
            }
        }
        openings.add(namespace, labels, all);
        endPorts |= all.stream().flatMap(NetworkReading::ports).anyMatch(port -> port.getEndPort() != null);
        if (owners.containsKey(namespace) && !WITHOUT_HOST_NETWORK.contains(labels.getOrDefault(POD_SECURITY, ""))) {
            lax.add(namespace);
        }
    }

    private static Stream<NetworkPolicyPort> ports(NetworkPolicy policy) {
        var spec = policy.getSpec();
        return spec == null
                ? Stream.of()
                : Stream.concat(
                        spec.getIngress().stream().flatMap(rule -> rule.getPorts().stream()),
                        spec.getEgress().stream().flatMap(rule -> rule.getPorts().stream()));
    }

    private static String namespace(NetworkPolicy policy) {
        return Objects.requireNonNullElse(policy.getMetadata().getNamespace(), "default");
    }

    private static Map<String, String> labels(Namespace namespace) {
        return Objects.requireNonNullElse(namespace.getMetadata().getLabels(), Map.of());
    }
}
