package io.tenantry.feature.quota;

import static io.tenantry.feature.quota.Tenants.hard;
import static io.tenantry.feature.quota.Tenants.render;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ScopedResourceSelectorRequirement;
import io.tenantry.Amount;
import io.tenantry.Input;
import io.tenantry.Tenant;
import io.tenantry.manifest.Account;
import io.tenantry.manifest.Rendered;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotaRenderingTest {

    @Test
    void givesOneNamespaceTheSeedsDefaults() {
        assertThat(hard(render("{}"), "acme", "tenantry-quota"))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("requests.cpu", "100"),
                        Map.entry("requests.memory", "256Gi"),
                        Map.entry("requests.storage", "1Ti"),
                        Map.entry("requests.ephemeral-storage", "500Gi"),
                        Map.entry("pods", "500"),
                        Map.entry("count/deployments.apps", "50"),
                        Map.entry("count/statefulsets.apps", "10"),
                        Map.entry("count/jobs.batch", "100"),
                        Map.entry("count/ingresses.networking.k8s.io", "10"),
                        Map.entry("services", "50"),
                        Map.entry("configmaps", "100"),
                        Map.entry("secrets", "100"),
                        Map.entry("persistentvolumeclaims", "50"),
                        Map.entry("replicationcontrollers", "50"),
                        Map.entry("resourcequotas", "10"),
                        Map.entry("services.nodeports", "0"),
                        Map.entry("services.loadbalancers", "0")));
    }

    @Test
    void leavesExposedServicesUnboundedUnderPermissive() {
        assertThat(hard(render("isolationLevel: permissive"), "acme", "tenantry-quota"))
                .doesNotContainKeys("services.nodeports", "services.loadbalancers");
    }

    @Test
    void rendersEveryParameterThatIsWritten() {
        var rendered = render(
                "cpuQuota: 20",
                "cpuLimit: 40",
                "memoryQuota: 50Gi",
                "memoryLimit: 1e11",
                "quota:",
                "  ephemeralStorageQuota: 100G",
                "  replicationcontrollerQuota: 3",
                "  nodePortQuota: 4",
                "  loadBalancerQuota: 2",
                "  storageClassQuotas: {fast.ssd: {storage: 1.5Ti, claims: 7}, slow: {claims: 0}}",
                "  extendedResources: {nvidia.com/gpu: 4}");
        assertThat(hard(rendered, "acme", "tenantry-quota"))
                .containsEntry("requests.cpu", "20")
                .containsEntry("limits.cpu", "40")
                .containsEntry("requests.memory", "50Gi")
                .containsEntry("limits.memory", "100G")
                .containsEntry("requests.ephemeral-storage", "100G")
                .containsEntry("replicationcontrollers", "3")
                .containsEntry("services.nodeports", "4")
                .containsEntry("services.loadbalancers", "2")
                .containsEntry("fast.ssd.storageclass.storage.k8s.io/requests.storage", "1536Gi")
                .containsEntry("fast.ssd.storageclass.storage.k8s.io/persistentvolumeclaims", "7")
                .containsEntry("slow.storageclass.storage.k8s.io/persistentvolumeclaims", "0")
                .doesNotContainKey("slow.storageclass.storage.k8s.io/requests.storage")
                .containsEntry("requests.nvidia.com/gpu", "4");
    }

    @Test
    void dividesAWrittenTotalByWrittenSharesAndWeights() {
        var rendered = render(
                "cpuQuota: 100",
                "storageQuota: 1Ti",
                "quota: {storageClassQuotas: {fast: {storage: 90Gi}}, extendedResources: {nvidia.com/gpu: 5}}",
                "namespaces:",
                "- {name: prod, cpuQuota: 50, quota: {storageClassQuotas: {fast: {storage: 90Gi}}}}",
                "- {name: dev, weight: 3}",
                "- {name: qa}");
        assertThat(hard(rendered, "prod", "tenantry-quota"))
                .containsEntry("requests.cpu", "50")
                .containsEntry("requests.nvidia.com/gpu", "1")
                .containsEntry("fast.storageclass.storage.k8s.io/requests.storage", "90Gi");
        assertThat(hard(rendered, "dev", "tenantry-quota"))
                .containsEntry("requests.cpu", "37500m")
                .containsEntry("requests.nvidia.com/gpu", "3")
                .containsEntry("requests.storage", "629146Mi")
                .containsEntry("fast.storageclass.storage.k8s.io/requests.storage", "0");
        assertThat(hard(rendered, "qa", "tenantry-quota"))
                .containsEntry("requests.cpu", "12500m")
                .containsEntry("requests.storage", "209715Mi");
    }

    @Test
    void takesNothingFromOthersWhenTheTotalIsOnlyADefault() {
        var rendered = render("namespaces:", "- {name: prod, podQuota: 500}", "- {name: dev}");
        assertThat(hard(rendered, "prod", "tenantry-quota")).containsEntry("pods", "500");
        assertThat(hard(rendered, "dev", "tenantry-quota"))
                .containsEntry("pods", "250")
                .containsEntry("requests.ephemeral-storage", "250Gi");
    }

    @Test
    void boundsANamespaceOnlyWhereThereIsNoTotal() {
        var rendered = render("namespaces:", "- {name: prod, cpuLimit: 60}", "- {name: dev}");
        assertThat(hard(rendered, "prod", "tenantry-quota")).containsEntry("limits.cpu", "60");
        assertThat(hard(rendered, "dev", "tenantry-quota")).doesNotContainKey("limits.cpu");
    }

    @Test
    void boundsClaimsByTheLowerOfVolumesAndClaims() {
        assertThat(hard(render("pvQuota: 20"), "acme", "tenantry-quota")).containsEntry("persistentvolumeclaims", "20");
        assertThat(hard(render("pvQuota: 80"), "acme", "tenantry-quota")).containsEntry("persistentvolumeclaims", "50");
    }

    @Test
    void countsUnderAScopeOnlyWhatTheScopeAllows() {
        var rendered = render(
                "quota: {scopes: [NotTerminating, 'PriorityClass:urgent,high'], extendedResources: {nvidia.com/gpu: 1}}");
        assertThat(hard(rendered, "acme", "tenantry-quota-scoped"))
                .containsOnlyKeys("pods", "requests.cpu", "requests.memory", "requests.nvidia.com/gpu");
        assertThat(hard(rendered, "acme", "tenantry-quota"))
                .containsKeys("services", "requests.storage", "requests.ephemeral-storage")
                .doesNotContainKeys("pods", "requests.cpu");
        var scoped = Tenants.object(rendered, ResourceQuota.class, "acme", "tenantry-quota-scoped");
        assertThat(scoped.getSpec().getScopeSelector().getMatchExpressions())
                .containsExactly(
                        new ScopedResourceSelectorRequirement("Exists", "NotTerminating", List.of()),
                        new ScopedResourceSelectorRequirement("In", "PriorityClass", List.of("high", "urgent")));
    }

    @Test
    void boundsNoRequestsOfPodsThatHaveNone() {
        var rendered = render("quota: {scopes: [BestEffort]}", "limits: {qosClass: BestEffort}");
        assertThat(hard(rendered, "acme", "tenantry-quota-scoped")).isEqualTo(Map.of("pods", "500"));
        assertThat(hard(rendered, "acme", "tenantry-quota"))
                .doesNotContainKeys("pods", "requests.cpu", "requests.memory")
                .containsEntry("requests.ephemeral-storage", "500Gi");
        assertThat(Tenants.account(rendered, "spec.quota.cpuQuota").reason())
                .isEqualTo("pods of class BestEffort request no CPU and no memory");
    }

    @Test
    void rendersATenantMadeInJavaTheSame() {
        var acme = Tenant.named("acme")
                .with(Quota.of(quota -> quota.cpuQuota(Amount.cores(200)).podQuota(1000L)))
                .namespace("prod", prod -> prod.with(Quota.of(quota -> quota.podQuota(700L))))
                .namespace("dev")
                .build();
        var fromJava = Tenants.TENANTRY.render(Input.of(acme));
        var fromYaml = render(
                "cpuQuota: 200", "podQuota: 1000", "namespaces:", "- {name: prod, podQuota: 700}", "- {name: dev}");
        assertThat(hard(fromJava, "dev", "tenantry-quota"))
                .isEqualTo(hard(fromYaml, "dev", "tenantry-quota"))
                .containsEntry("pods", "300");
    }

    @Test
    void accountsForEveryParameter() {
        var rendered = render(
                "cpuQuota: 200",
                "cpuLimit: 400",
                "quota: {scopes: [NotTerminating], storageClassQuotas: {fast: {storage: 1Gi}}, extendedResources: {a.b/c: 1}}",
                "limits: {minReplicas: 2}",
                "namespaces:",
                "- {name: prod, weight: 2}",
                "- {name: dev}");
        assertThat(rendered.accounts(rendered.tenants().get(0)))
                .hasSizeGreaterThan(30)
                .allSatisfy(account ->
                        assertThat(account.enforced()).as(account.toString()).isTrue());
    }

    @Test
    void recordsThatNoSoftLimitsAreWanted() {
        var account = Tenants.account(render("quota: {softLimits: false}"), "spec.quota.softLimits");
        assertThat(account.enforcedBy())
                .extracting(Account.EnforcedBy::object)
                .containsExactly("v1/Namespace//acme#tenantry.io/soft-limits");
    }

    @Test
    void boundsVolumesByTheLowerQuotaOnClaims() {
        assertThat(Tenants.account(render("pvQuota: 80"), "spec.pvQuota").enforced())
                .isTrue();
    }

    @Test
    void saysWhyAParameterTakesNoEffect() {
        var rendered = render("quota: {weight: 2, softLimits: true, warnings: {cpuQuota: 0.5}}");
        assertThat(reason(rendered, "spec.quota.weight"))
                .isEqualTo("a weight compares namespaces; write it on their entries");
        assertThat(reason(rendered, "spec.quota.softLimits")).contains("no module on the class path alerts");
        assertThat(reason(rendered, "spec.quota.warnings.cpuQuota")).contains("no module on the class path alerts");
    }

    private static String reason(Rendered rendered, String path) {
        Account account = Tenants.account(rendered, path);
        assertThat(account.enforced()).isFalse();
        return account.reason();
    }
}
