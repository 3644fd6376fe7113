package io.tenantry.testkit.attack;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.tenantry.manifest.ApplyPhase;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import io.tenantry.spi.Attack.Layer;
import io.tenantry.testkit.controlplane.ApiClient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The objects of a rendering on a control plane, of which single layers can be taken away and put back. */
final class Installation {
    private final ApiClient administrator;
    private final TreeMap<String, Manifest> manifests = new TreeMap<>();

    Installation(ApiClient administrator, Rendered rendered) {
        this.administrator = administrator;
        rendered.shared().forEach(manifest -> manifests.put(manifest.key(), manifest));
        rendered.tenants().stream()
                .flatMap(tenant -> rendered.objects(tenant).stream())
                .forEach(manifest -> manifests.put(manifest.key(), manifest));
    }

    void apply() {
        for (var phase : ApplyPhase.values()) {
            if (phase == ApplyPhase.QUOTAS) {
                Parallel.each(
                        platformNamespaces(),
                        namespace -> administrator.apply(namespace).orFail());
            }
            Parallel.each(
                    ofPhase(phase),
                    manifest -> administrator.apply(manifest.object()).orFail());
        }
    }

    /** In reverse order. What is in the tenants' namespaces goes with them, in its own time. */
    void remove() {
        var phases = new ArrayList<>(List.of(ApplyPhase.values()));
        phases.sort(Comparator.reverseOrder());
        for (var phase : phases) {
            Parallel.each(ofPhase(phase), manifest -> administrator.delete(manifest.object()));
        }
    }

    void open(Layer layer) {
        if (Layers.isPodSecurity(layer)) {
            var open = new NamespaceBuilder((Namespace) carrier(layer).object())
                    .editMetadata()
                    .addToLabels(Layers.POD_SECURITY, "privileged")
                    .endMetadata()
                    .build();
            administrator.apply(open).orFail();
        } else {
            removed(layer).forEach(object -> administrator.delete(object).orFail());
        }
    }

    void close(Layer layer) {
        removed(layer).forEach(object -> administrator.apply(object).orFail());
    }

    boolean has(Layer layer) {
        return manifests.containsKey(key(layer));
    }

    /** What is taken away: of a policy its bindings, without which it judges nothing. */
    private List<HasMetadata> removed(Layer layer) {
        var carrier = carrier(layer);
        return carrier.kind().equals("ValidatingAdmissionPolicy")
                ? bindingsOf(carrier.name())
                : List.of(carrier.object());
    }

    private Manifest carrier(Layer layer) {
        var carrier = manifests.get(key(layer));
        if (carrier == null) {
            throw new IllegalArgumentException("an attack names a layer that is not rendered: " + layer);
        }
        return carrier;
    }

    private List<HasMetadata> bindingsOf(String policy) {
        var bindings = manifests.values().stream()
                .map(Manifest::object)
                .filter(object -> object instanceof ValidatingAdmissionPolicyBinding binding
                        && policy.equals(binding.getSpec().getPolicyName()))
                .toList();
        if (bindings.isEmpty()) {
            throw new IllegalArgumentException("no binding makes " + policy + " judge");
        }
        return bindings;
    }

    private static String key(Layer layer) {
        return layer.object().replaceFirst("#.*", "");
    }

    private List<Manifest> ofPhase(ApplyPhase phase) {
        return manifests.values().stream()
                .filter(manifest -> manifest.phase() == phase)
                .toList();
    }

    /** Namespaces that the profile names and nobody renders. */
    private List<Namespace> platformNamespaces() {
        return manifests.values().stream()
                .map(Manifest::namespace)
                .filter(namespace -> !namespace.isEmpty() && !manifests.containsKey("v1/Namespace//" + namespace))
                .distinct()
                .map(namespace -> new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .toList();
    }
}
