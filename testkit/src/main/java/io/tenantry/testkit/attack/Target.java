package io.tenantry.testkit.attack;

import io.tenantry.spi.Attack;
import io.tenantry.spi.Attack.Layer;
import io.tenantry.testkit.controlplane.Identity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An attack on a tenant, and who can try it.
 *
 * @param member somebody who has the actor's role; null when nobody has
 * @param insider somebody whom authorization does not stop
 */
record Target(String tenant, Attack attack, @Nullable Identity member, Identity insider) {

    /** False when only authorization stops it, and nobody is there to be stopped. */
    boolean isPossible() {
        return !layers().isEmpty();
    }

    /** With all layers in place; the first answers, or another of its kind, for these are asked in no order. */
    Trial intact() {
        var layers = layers();
        var outermost = layers.stream()
                .filter(layer -> layer.mechanism() == layers.get(0).mechanism())
                .toList();
        return new Trial(this, member == null ? withAuthorization(Set.of()) : Set.of(), outermost);
    }

    /** With all layers but one open, for each; and with all of them open. */
    List<Trial> opened() {
        var layers = layers();
        var trials = new ArrayList<Trial>();
        for (var layer : layers) {
            if (attack.layers().size() > 1 && !Layers.isAuthorization(layer)) {
                var others = new HashSet<>(attack.layers());
                others.remove(layer);
                trials.add(new Trial(this, withAuthorization(others), List.of(layer)));
            }
        }
        trials.add(new Trial(this, withAuthorization(Set.copyOf(attack.layers())), List.of()));
        return trials;
    }

    /** With all layers in place but authorization. */
    Trial within() {
        return new Trial(
                this,
                withAuthorization(
                        attack.layers().stream().filter(Layers::isAuthorization).collect(Collectors.toSet())),
                attack.layers().stream()
                        .filter(layer -> !Layers.isAuthorization(layer))
                        .toList());
    }

    Identity identity(boolean inside) {
        return inside ? insider : Objects.requireNonNull(member, "somebody who has the role");
    }

    private List<Layer> layers() {
        return attack.layers().stream()
                .filter(layer -> member != null || !Layers.isAuthorization(layer))
                .toList();
    }

    /** Where nobody has the role, the insider tries. */
    private Set<Layer> withAuthorization(Set<Layer> open) {
        if (member != null || open.stream().anyMatch(Layers::isAuthorization)) {
            return open;
        }
        var more = new HashSet<>(open);
        more.add(Layer.AUTHORIZATION);
        return more;
    }
}
