package io.tenantry.feature.isolation;

import io.tenantry.spi.Attack.Layer;
import io.tenantry.spi.Request;
import java.util.List;
import java.util.Map;

/** What Pod Security Admission must stop, and no other control does. */
final class PodSecurityAttacks {
    private PodSecurityAttacks() {}

    static void add(AttackList out) {
        if (out.isolation().podSecurityPolicy() != PodSecurityLevel.PRIVILEGED) {
            out.given();
            out.add(
                    "pod-security/host-path",
                    Request.create(Samples.pod(
                            out.namespace(), out.isolation(), Map.of("name", "data", "hostPath", Map.of("path", "/")))),
                    Request.create(Samples.pod(
                            out.namespace(), out.isolation(), Map.of("name", "data", "emptyDir", Map.of()))),
                    List.of(Layer.podSecurity(out.namespace())));
        }
    }
}
