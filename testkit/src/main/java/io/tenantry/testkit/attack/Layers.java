package io.tenantry.testkit.attack;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.tenantry.Labels;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import io.tenantry.spi.Attack.Layer;
import io.tenantry.spi.Mechanism;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The layers that a rendering has: each must be attacked. */
final class Layers {
    static final String POD_SECURITY = "pod-security.kubernetes.io/enforce";

    private Layers() {}

    static boolean isAuthorization(Layer layer) {
        return layer.mechanism() == Mechanism.AUTHORIZATION;
    }

    static boolean isPodSecurity(Layer layer) {
        return layer.object().endsWith("#" + POD_SECURITY);
    }

    /** The kind of control that a layer is; one of each kind is removed in every run. */
    static String kind(Layer layer) {
        if (isAuthorization(layer)) {
            return "authorization";
        }
        var parts = List.of(layer.object().split("/", -1));
        return isPodSecurity(layer) ? "PodSecurity" : parts.get(parts.size() - 3);
    }

    /** Keys of all layers of a rendering that these attacked ones do not name. */
    static List<String> unattacked(Rendered rendered, List<Layer> attacked) {
        var keys = new TreeSet<String>();
        rendered.shared().stream()
                .filter(manifest -> manifest.kind().equals("ValidatingAdmissionPolicy"))
                .forEach(manifest -> keys.add(manifest.key()));
        rendered.tenants().stream()
                .flatMap(tenant -> rendered.objects(tenant).stream())
                .flatMap(Layers::key)
                .forEach(keys::add);
        attacked.forEach(layer -> keys.remove(layer.object()));
        return List.copyOf(keys);
    }

    private static Stream<String> key(Manifest manifest) {
        return switch (manifest.kind()) {
            case "ResourceQuota", "LimitRange" -> Stream.of(manifest.key());
            case "Namespace" ->
                label(manifest.object(), POD_SECURITY)
                        .filter(level -> !level.equals("privileged"))
                        .map(level -> manifest.key() + "#" + POD_SECURITY)
                        .stream();
            case "RoleBinding" ->
                label(manifest.object(), Labels.ROLE).map(role -> roleKey((RoleBinding) manifest.object())).stream();
            default -> Stream.of();
        };
    }

    private static String roleKey(RoleBinding binding) {
        var role = binding.getRoleRef();
        var namespace = role.getKind().equals("Role") ? binding.getMetadata().getNamespace() : "";
        return binding.getApiVersion() + "/" + role.getKind() + "/" + namespace + "/" + role.getName();
    }

    private static Optional<String> label(HasMetadata object, String key) {
        return Optional.ofNullable(object.getMetadata().getLabels().get(key));
    }
}
