package io.tenantry.integration.escape;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.Tenantry;
import io.tenantry.integration.cluster.Yaml;
import io.tenantry.integration.documents.Examples;
import io.tenantry.testkit.attack.AttackRun;
import io.tenantry.testkit.controlplane.ApiAnswer;
import io.tenantry.testkit.controlplane.ApiClient;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.Eventually;
import io.tenantry.testkit.controlplane.Rights;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example tenants on a cluster, and what the administrator of one, acme-corp, can do in its namespace. */
@ControlPlaneTest
class ExampleTenantTest {
    private static final String NAMESPACE = "acme-corp-prod";
    private static final String TENANT_LABEL = "tenantry.io/tenant";
    private static final String RELABEL = "\"pod-security.kubernetes.io/enforce\":\"privileged\"";

    private static ControlPlane controlPlane;
    private static AttackRun run;

    @BeforeAll
    static void apply(ControlPlane shared) {
        controlPlane = shared;
        run = AttackRun.on(controlPlane, Tenantry.discover().render(Examples.input()));
    }

    @AfterAll
    static void remove() {
        run.close();
    }

    @Test
    void administratorsCannotRelabelTheirNamespace() {
        refused(admin(), client -> client.patch(namespace(), labels(RELABEL)), "cannot patch resource \"namespaces\"");
    }

    @Test
    void whoeverHasAllRightsInItIsStoppedByTheGuard() {
        var guard = "ValidatingAdmissionPolicy 'tenantry-guard-namespaces'";
        refused(insider(), client -> client.patch(namespace(), labels(RELABEL)), guard);
        var dropped = labels("\"" + TENANT_LABEL + "\":null," + RELABEL);
        refused(insider(), client -> client.patch(namespace(), dropped), guard);
        refused(insider(), client -> client.delete(namespace()), guard);
    }

    @Test
    void quotasStay() {
        var quota = object("{apiVersion: v1, kind: ResourceQuota, metadata: {name: tenantry-quota, namespace: %s}}");
        refused(admin(), client -> client.delete(quota), "cannot delete resource \"resourcequotas\"");
        refused(insider(), client -> client.delete(quota), "ValidatingAdmissionPolicy 'tenantry-guard-objects'");
    }

    @Test
    void nobodyBindsClusterAdmin() {
        var binding = object("""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: more, namespace: %s}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
            subjects: [{kind: ServiceAccount, name: default, namespace: acme-corp-prod}]
            """);
        refused(admin(), client -> client.create(binding), "attempting to grant RBAC permissions not currently held");
        refused(insider(), client -> client.create(binding), "ValidatingAdmissionPolicy 'tenantry-grants'");
    }

    /** Whatever it allows is allowed beside the policies of the platform. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{namespaceSelector: {}}",
                "{namespaceSelector: {matchLabels: {tenantry.io/tenant: startup-xyz}}}",
                "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: startup-xyz}}, podSelector: {}}",
                "{ipBlock: {cidr: 0.0.0.0/0}}",
                "{ipBlock: {cidr: 10.244.0.0/16}}",
                "{ipBlock: {cidr: 169.254.169.254/32}}"
            })
    void networkPoliciesOfTheTenantOpenItToNobodyElse(String peer) {
        for (var direction : List.of("ingress: [{from", "egress: [{to")) {
            var inside = "{namespaceSelector: {matchLabels: {tenantry.io/tenant: acme-corp}}}";
            assertThat(admin().create(networkPolicy(direction, inside)).message())
                    .isEmpty();
            refused(
                    admin(),
                    client -> client.create(networkPolicy(direction, peer)),
                    "ValidatingAdmissionPolicy 'tenantry-network-policies'");
        }
    }

    private static HasMetadata networkPolicy(String direction, String peer) {
        return object("""
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: own, namespace: %%s}
            spec: {podSelector: {}, %s: [%s]}]}
            """.formatted(direction, peer));
    }

    @Test
    void imagesComeFromTheRegistriesNamedAndNoLookalikes() {
        assertThat(admin().create(deployment("gcr.io/shop/web:1.4")).message()).isEmpty();
        refused(admin(), client -> client.create(deployment("gcr.io.evil.com/x")), "gcr.io.evil.com");
    }

    private static void refused(ApiClient client, Function<ApiClient, ApiAnswer> request, String says) {
        var answer = Eventually.found(
                "somebody says " + says,
                () -> Optional.of(request.apply(client.dryRun()))
                        .filter(refusal -> refusal.message().contains(says)));
        assertThat(answer.status()).isEqualTo(403);
    }

    private static ApiClient admin() {
        return controlPlane.as(Rights.user("oidc:admin1@acme.com")).dryRun();
    }

    /** Bound to {@code *} on {@code *} in the namespace. */
    private static ApiClient insider() {
        return controlPlane.as(Rights.user("tenantry-insider")).dryRun();
    }

    private static HasMetadata namespace() {
        return object("{apiVersion: v1, kind: Namespace, metadata: {name: %s}}");
    }

    private static String labels(String labels) {
        return "{\"metadata\":{\"labels\":{" + labels + "}}}";
    }

    private static HasMetadata deployment(String image) {
        return object("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: %%s}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                  containers:
                  - name: web
                    image: %s
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            """.formatted(image));
    }

    private static HasMetadata object(String text) {
        return Yaml.objects(text.formatted(NAMESPACE), Map.of()).get(0);
    }
}
