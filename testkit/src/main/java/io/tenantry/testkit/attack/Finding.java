package io.tenantry.testkit.attack;

import io.tenantry.spi.Attack;
import io.tenantry.spi.Attack.Layer;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one attack showed on a control plane, with all layers in place or with some of them open.
 *
 * @param open the layers that were removed, or passed by somebody with all rights in the namespace
 * @param expected denied while a layer is closed, admitted once all are open
 * @param message the refusal, or why there is no clear answer
 */
public record Finding(
        String tenant, Attack attack, Set<Layer> open, Verdict expected, Verdict verdict, String message) {
    public Finding {
        open = Set.copyOf(open);
    }

    public boolean holds() {
        return verdict == expected || verdict == Verdict.NOT_APPLICABLE;
    }

    @Override
    public String toString() {
        var without = open.stream()
                .map(layer -> layer.object().isEmpty() ? layer.mechanism().toString() : layer.object())
                .sorted()
                .collect(Collectors.joining(", "));
        return "%s: %s in %s%s is %s but must be %s: %s"
                .formatted(
                        tenant,
                        attack.id(),
                        attack.twin().object().getMetadata().getNamespace(),
                        without.isEmpty() ? "" : " without " + without,
                        verdict,
                        expected,
                        message);
    }
}
