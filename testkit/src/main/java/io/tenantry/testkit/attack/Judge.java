package io.tenantry.testkit.attack;

import io.tenantry.spi.Request;
import io.tenantry.testkit.controlplane.ApiClient;
import io.tenantry.testkit.controlplane.ControlPlane;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Sends an attack and then its twin, each again until it is answered as it must be or patience ends. The twin comes last:
 * what denied the attack was in force by then.
 */
final class Judge {
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ControlPlane controlPlane;

    Judge(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
    }

    Finding judge(Trial trial) {
        var client = controlPlane.as(trial.identity()).dryRun();
        try {
            var outcome = ask(trial.attack().request(), client, trial::isAsItMustBe);
            var twin = ask(trial.attack().twin(), client, Outcome::admitted);
            return twin.admitted()
                    ? judge(trial, outcome)
                    : trial.as(Verdict.INCONCLUSIVE, "the twin is refused: " + twin.message());
        } catch (IllegalArgumentException unknownKind) {
            return trial.as(Verdict.NOT_APPLICABLE, String.valueOf(unknownKind.getMessage()));
        }
    }

    private static Finding judge(Trial trial, Outcome outcome) {
        if (trial.isAsItMustBe(outcome)) {
            return trial.as(trial.expected(), outcome.message());
        }
        return outcome.admitted()
                ? trial.as(Verdict.ADMITTED, "nothing stopped it")
                : trial.as(Verdict.INCONCLUSIVE, "something else refused it: " + outcome.message());
    }

    private static Outcome ask(Request request, ApiClient client, Predicate<Outcome> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var outcome = Outcome.of(Requests.send(request, client));
            if (wanted.test(outcome) || System.nanoTime() > deadline) {
                return outcome;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
