package io.tenantry.testkit;

import io.tenantry.Tenant;
import io.tenantry.spi.Attack;
import io.tenantry.spi.ClusterContributor;
import io.tenantry.spi.ClusterFile;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Facts;
import io.tenantry.spi.ManifestContributor;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.Problems;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A contributor that does what another does, and remembers the codes of the problems that it reports. */
record Recording<C>(ManifestContributor<C> contributor, Set<String> codes) implements ClusterContributor<C> {

    @Override
    public Section<C> section() {
        return contributor.section();
    }

    @Override
    public void publish(TenantView<C> tenant, Facts.Builder facts) {
        contributor.publish(tenant, facts);
    }

    @Override
    public void validate(TenantView<C> tenant, Problems problems) {
        contributor.validate(tenant, new RecordingProblems(problems, codes));
    }

    @Override
    public void validateAll(List<TenantView<C>> tenants, Problems problems) {
        cluster().ifPresent(cluster -> cluster.validateAll(tenants, new RecordingProblems(problems, codes)));
    }

    @Override
    public Manifests contribute(TenantView<C> tenant) {
        return contributor.contribute(tenant);
    }

    @Override
    public List<Attack> attacks(TenantView<C> tenant) {
        return contributor.attacks(tenant);
    }

    @Override
    public Manifests shared(ClusterView cluster) {
        return cluster().map(each -> each.shared(cluster)).orElse(Manifests.none());
    }

    @Override
    public List<ClusterFile> files(List<TenantView<C>> tenants, ClusterView cluster) {
        return cluster().map(each -> each.files(tenants, cluster)).orElse(List.of());
    }

    private Optional<ClusterContributor<C>> cluster() {
        return contributor instanceof ClusterContributor<C> cluster ? Optional.of(cluster) : Optional.empty();
    }

    private record RecordingProblems(Problems problems, Set<String> codes) implements Problems {
        @Override
        public Problems at(String key) {
            return new RecordingProblems(problems.at(key), codes);
        }

        @Override
        public Problems in(NamespaceView<?> namespace) {
            return new RecordingProblems(problems.in(namespace), codes);
        }

        @Override
        public Problems of(Tenant tenant) {
            return new RecordingProblems(problems.of(tenant), codes);
        }

        @Override
        public Problems inProfile() {
            return new RecordingProblems(problems.inProfile(), codes);
        }

        @Override
        public void error(String code, String message, String fix) {
            codes.add(code);
            problems.error(code, message, fix);
        }

        @Override
        public void warning(String code, String message, String fix) {
            codes.add(code);
            problems.warning(code, message, fix);
        }

        @Override
        public void notice(String code, String message, String fix) {
            codes.add(code);
            problems.notice(code, message, fix);
        }
    }
}
