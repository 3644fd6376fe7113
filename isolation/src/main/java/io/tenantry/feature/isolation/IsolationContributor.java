package io.tenantry.feature.isolation;

import io.tenantry.ValidationAction;
import io.tenantry.spi.Attack;
import io.tenantry.spi.ClusterContributor;
import io.tenantry.spi.ClusterFile;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Facts;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.Problems;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The section {@code isolation}: labels for Pod Security Admission, and shared policies that read their settings from
 * annotations of the tenant's Namespaces.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/multi-tenancy/">Multi-tenancy</a>
 */
public final class IsolationContributor implements ClusterContributor<Isolation> {
    /** The section, for those who look at rendered tenants. */
    public static final Section<Isolation> SECTION = Section.named("isolation", Isolation.class, Presets::of)
            .describedAs("What a tenant may not do in its own namespaces, whatever its roles allow.")
            .withShorthand(
                    "storageIsolation",
                    "pvAccessControl",
                    "cpuPinning",
                    "nodeAffinity",
                    "dedicatedNodes",
                    "podSecurityPolicy",
                    "appArmor",
                    "selinux",
                    "secretsEncryption",
                    "encryptionAtRest",
                    "apiAudit",
                    "auditLevel",
                    "allowedRegistries",
                    "blockedRegistries",
                    "imageVerification",
                    "restrictedCapabilities",
                    "allowPrivilegedContainers")
            .withProfile(IsolationProfile.DEFAULTS);

    private static final int FIRST_VERSION_WITH_POLICIES = 30;

    @Override
    public Section<Isolation> section() {
        return SECTION;
    }

    @Override
    public void publish(TenantView<Isolation> tenant, Facts.Builder facts) {
        if (denies(tenant.cluster())) {
            facts.publish(Facts.GUARDED, true);
            facts.publish(
                    Facts.ADMITTED_PODS,
                    name -> AttackedPod.admitted(tenant.tenant(), namespace(tenant, name))
                            .spec());
            StorageSettings.first(tenant).ifPresent(storageClass -> facts.publish(Facts.STORAGE_CLASS, storageClass));
        }
    }

    @Override
    public void validate(TenantView<Isolation> tenant, Problems problems) {
        for (var level : Level.of(tenant, problems)) {
            PodProblems.check(tenant.tenant(), level, tenant.cluster());
            LevelProblems.check(tenant.tenant().isolationLevel(), level);
            ResourceProblems.check(level);
            HostProblems.check(level);
            StorageProblems.check(level);
        }
    }

    @Override
    public void validateAll(List<TenantView<Isolation>> tenants, Problems problems) {
        HostProblems.checkAll(tenants, problems);
        TenantsApart.check(tenants, problems);
        if (!tenants.isEmpty()) {
            StorageProblems.check(tenants.get(0).cluster().profile(IsolationProfile.class), problems.inProfile());
        }
    }

    @Override
    public Manifests shared(ClusterView cluster) {
        var out = Manifests.builder();
        List.of(
                        GuardPolicies.objects(cluster),
                        GuardPolicies.namespaces(cluster),
                        GrantsPolicy.of(cluster),
                        RolesPolicy.of(cluster),
                        NetworkPoliciesPolicy.of(cluster),
                        ServicesPolicy.of(cluster),
                        IngressesPolicy.of(cluster),
                        ClaimsPolicy.of(cluster),
                        PodsPolicy.of(cluster),
                        AllowedResourcesPolicy.of(cluster))
                .forEach(out::add);
        NodePlacement.add(cluster, out);
        if (ImageVerification.isPossible(cluster)) {
            out.addToCluster(ImageVerification.policy(cluster));
        }
        return out.build();
    }

    @Override
    public Manifests contribute(TenantView<Isolation> tenant) {
        var out = Manifests.builder();
        OwnStorageClasses.add(tenant, out);
        var names = tenant.namespaces().stream().map(NamespaceView::name).toList();
        for (var namespace : tenant.namespaces()) {
            out.annotate(namespace.name(), Annotations.NAMESPACES, Annotations.lines(names));
            PodSecurityLabels.add(namespace, out);
            AllowedResourcesPolicy.setting(namespace, out);
            ServicesPolicy.setting(tenant, namespace, out);
            IngressesPolicy.setting(namespace, out);
            StorageSettings.add(tenant, namespace, out);
            PodSettings.add(tenant, namespace, out);
        }
        return out.build();
    }

    @Override
    public List<ClusterFile> files(List<TenantView<Isolation>> tenants, ClusterView cluster) {
        return Stream.of(
                        Optional.of(AuditPolicyFile.of(tenants)),
                        EncryptionFile.of(tenants, cluster),
                        NodeFiles.kubelet(tenants),
                        NodeFiles.nodes(tenants))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<Attack> attacks(TenantView<Isolation> tenant) {
        if (!denies(tenant.cluster())) {
            return List.of();
        }
        var attacks = new LinkedHashMap<String, Attack>();
        for (var namespace : tenant.namespaces()) {
            var list = new AttackList(tenant, namespace.name(), namespace.config());
            GuardAttacks.add(list);
            GrantsAttacks.add(list);
            NetworkPolicyAttacks.add(list);
            ServiceAttacks.add(list);
            IngressAttacks.add(list);
            StorageAttacks.add(list);
            AllowedResourcesAttacks.add(list);
            PodAttacks.add(list);
            list.all().forEach(attack -> attacks.putIfAbsent(attack.id() + attack.layers(), attack));
        }
        return List.copyOf(attacks.values());
    }

    private static Isolation namespace(TenantView<Isolation> tenant, String name) {
        return tenant.namespaces().stream()
                .filter(namespace -> namespace.name().equals(name))
                .map(NamespaceView::config)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no namespace of the tenant: " + name));
    }

    /** Whether the policies exist on this cluster, and refuse what they do not allow. */
    private static boolean denies(ClusterView cluster) {
        return cluster.kubernetes().atLeast(FIRST_VERSION_WITH_POLICIES)
                && cluster.profile().enforcement() == ValidationAction.DENY;
    }
}
