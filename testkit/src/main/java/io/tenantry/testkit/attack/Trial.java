package io.tenantry.testkit.attack;

import io.tenantry.spi.Attack;
import io.tenantry.spi.Attack.Layer;
import io.tenantry.testkit.controlplane.Identity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One attack while some of its layers are open.
 *
 * @param open layers that are open, whether removed or passed by an insider
 * @param closed who may answer; none when all are open and the attack must succeed
 */
record Trial(Target target, Set<Layer> open, List<Layer> closed) {

    Attack attack() {
        return target.attack();
    }

    Identity identity() {
        return target.identity(open.stream().anyMatch(Layers::isAuthorization));
    }

    /** The layers that have to be taken off the control plane. */
    Set<Layer> toRemove() {
        return open.stream().filter(layer -> !Layers.isAuthorization(layer)).collect(Collectors.toSet());
    }

    /** Whether the answer is what must come. A request that only authorization stops may be wrong in other ways. */
    boolean isAsItMustBe(Outcome outcome) {
        if (!closed.isEmpty()) {
            return closed.stream().anyMatch(outcome::isBy);
        }
        return outcome.admitted()
                || (toRemove().isEmpty() && attack().layers().stream().noneMatch(outcome::isBy));
    }

    Finding as(Verdict verdict, String message) {
        return new Finding(target.tenant(), attack(), open, expected(), verdict, message);
    }

    Verdict expected() {
        return closed.isEmpty() ? Verdict.ADMITTED : Verdict.DENIED;
    }
}
