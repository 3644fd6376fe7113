package io.tenantry.feature.rbac;

import io.tenantry.spi.ManifestContributor;
import io.tenantry.testkit.ContributorContract;
import io.tenantry.testkit.Values;
import java.nio.file.Path;
import java.util.Optional;

class RbacContractTest extends ContributorContract<Rbac> {
    @Override
    protected ManifestContributor<Rbac> contributor() {
        return new RbacContributor();
    }

    @Override
    protected void values(Values values) {
        values.of("admins", "[admin@acme.com]", "['group:admins', 'serviceaccount:argocd/deployer']")
                .of("developers", "[dev@acme.com]", "[{kind: Group, name: devs}]")
                .of("viewers", "[viewer@acme.com]")
                .of("serviceAccounts", "[ci-cd]", "[{name: ci-cd, role: developer}]")
                .of("roles.*.verbs", "[get, list]", "['*']")
                .of("roles.*.resources", "[events]", "[deployments/scale, events]", "['*']")
                .of("roles.*.apiGroups", "['']", "[events.k8s.io, apps]")
                .of("roles.*.subjects", "[auditor@acme.com]", "['group:auditors']")
                .of("allowedGroups", "[contractors]")
                .of("allowedTenants", "[partner]")
                .of("acceptedTenants", "[partner]");
    }

    @Override
    protected Optional<Path> problemsPage() {
        return Optional.of(Path.of("../docs/rbac.md"));
    }
}
