package io.tenantry.testkit.attack;

import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.tenantry.Labels;
import io.tenantry.manifest.Manifest;
import io.tenantry.spi.Actor;
import io.tenantry.spi.Attack;
import io.tenantry.testkit.controlplane.Identity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds who of a tenant has a role, as its RoleBindings say. */
final class Actors {
    private static final String MEMBER = "tenantry-member";

    private final List<RoleBinding> bindings;

    Actors(List<Manifest> objects) {
        bindings = objects.stream()
                .filter(manifest -> manifest.object() instanceof RoleBinding)
                .map(manifest -> (RoleBinding) manifest.object())
                .toList();
    }

    /** Empty when nobody has the role. */
    Optional<Identity> of(Attack attack) {
        var actor = attack.actor();
        if (actor.kind() == Actor.Kind.SERVICE_ACCOUNT) {
            var slash = actor.name().indexOf('/');
            return Optional.of(Identity.serviceAccount(
                    actor.name().substring(0, slash), actor.name().substring(slash + 1)));
        }
        var home = String.valueOf(attack.twin().object().getMetadata().getNamespace());
        return bindings.stream()
                .filter(binding -> actor.name().equals(role(binding)))
                .min(Comparator.comparing(
                        binding -> !home.equals(binding.getMetadata().getNamespace())))
                .map(binding -> identity(binding.getSubjects().get(0), binding));
    }

    private static String role(RoleBinding binding) {
        return binding.getMetadata().getLabels().getOrDefault(Labels.ROLE, "");
    }

    private static Identity identity(Subject subject, RoleBinding binding) {
        return switch (subject.getKind()) {
            case "User" -> Identity.user(subject.getName(), "system:authenticated");
            case "Group" -> Identity.user(MEMBER, subject.getName(), "system:authenticated");
            case "ServiceAccount" ->
                Identity.serviceAccount(
                        Optional.ofNullable(subject.getNamespace())
                                .orElse(binding.getMetadata().getNamespace()),
                        subject.getName());
            default -> throw new IllegalArgumentException("no kind of subject: " + subject);
        };
    }
}
