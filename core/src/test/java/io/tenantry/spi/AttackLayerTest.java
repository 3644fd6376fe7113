package io.tenantry.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.spi.Attack.Layer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttackLayerTest {
    private static final Map<Layer, String> MESSAGES = messages();

    /** As Kubernetes 1.36 says it. */
    private static Map<Layer, String> messages() {
        var messages = new LinkedHashMap<Layer, String>();
        messages.put(
                Layer.policy("tenantry-guard"),
                "pods \"attack\" is forbidden: ValidatingAdmissionPolicy 'tenantry-guard' with binding 'tenantry-guard'"
                        + " denied request: no");
        messages.put(Layer.policy("tenantry"), "ValidatingAdmissionPolicy 'tenantry' with binding 'b' denied request");
        messages.put(
                Layer.podSecurity("acme"),
                "pods \"attack\" is forbidden: violates PodSecurity \"restricted:latest\": privileged");
        messages.put(
                Layer.object(Mechanism.QUOTA, "v1/ResourceQuota/acme/tenantry-quota"),
                "services \"attack\" is forbidden: exceeded quota: tenantry-quota, requested: services=1, used:"
                        + " services=0, limited: services=0");
        messages.put(
                Layer.object(Mechanism.QUOTA, "v1/LimitRange/acme/tenantry-limits"),
                "pods \"attack\" is forbidden: maximum cpu usage per Container is 8, but limit is 8001m");
        messages.put(
                Layer.AUTHORIZATION,
                "pods is forbidden: User \"a\" cannot create resource \"pods\" in API group \"\" in the namespace \"b\"");
        return messages;
    }

    @Test
    void speaksInItsOwnRefusalsOnly() {
        MESSAGES.forEach(
                (layer, message) -> assertThat(MESSAGES.keySet().stream().filter(any -> any.speaksIn(message)))
                        .as(message)
                        .containsExactly(layer));
    }

    @Test
    void speaksForEveryFormOfItsRefusals() {
        assertThat(Layer.object(Mechanism.AUTHORIZATION, "rbac.authorization.k8s.io/v1/ClusterRole//admin")
                        .speaksIn("user \"a\" is attempting to grant RBAC permissions not currently held"))
                .isTrue();
        assertThat(Layer.object(Mechanism.QUOTA, "v1/LimitRange/a/b")
                        .speaksIn("cpu max limit to request ratio per Container is 1, but provided ratio is 2.000000"))
                .isTrue();
        assertThat(Layer.object(Mechanism.QUOTA, "v1/ResourceQuota/a/b").speaksIn("failed quota: b: must specify cpu"))
                .isTrue();
        assertThat(Layer.object(Mechanism.QUOTA, "v1/ResourceQuota/a/b")
                        .speaksIn("status unknown for quota: b, resources: pods"))
                .isFalse();
    }
}
