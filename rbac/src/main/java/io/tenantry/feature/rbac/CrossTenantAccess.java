package io.tenantry.feature.rbac;

import io.tenantry.IsolationLevel;
import io.tenantry.Labels;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.Problems;
import io.tenantry.spi.TenantView;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reading across tenants, by mutual consent: the guest names its host in {@code allowedTenants}, the host the guest in
 * {@code acceptedTenants}. The host's namespaces carry the RoleBindings.
 */
final class CrossTenantAccess {
    private static final String FLAG_ANNOTATION = Labels.PREFIX + "cross-tenant-access";
    private static final String HOSTS_ANNOTATION = Labels.PREFIX + "allowed-tenants";

    private CrossTenantAccess() {}

    /** What one namespace says of both directions. */
    static void of(TenantView<Rbac> host, NamespaceView<Rbac> namespace, Manifests.Builder out) {
        var rbac = host.config();
        out.annotate(
                        namespace.name(),
                        FLAG_ANNOTATION,
                        rbac.allowCrossTenantAccess().toString())
                .makesTrue(Enforcement.RECORD, "allowCrossTenantAccess");
        if (!rbac.allowedTenants().isEmpty()) {
            out.annotate(namespace.name(), HOSTS_ANNOTATION, String.join(",", new TreeSet<>(rbac.allowedTenants())))
                    .makesTrue(Enforcement.RECORD, "allowedTenants");
        }
        var absent = new TreeSet<String>();
        for (var guest : new TreeSet<>(namespace.config().acceptedTenants())) {
            host.peer(guest)
                    .filter(peer -> asksFor(peer, host.tenant().name()))
                    .ifPresentOrElse(peer -> bind(host, namespace, peer, out), () -> absent.add(guest));
        }
        if (!absent.isEmpty()) {
            out.notEnforced(
                    "acceptedTenants",
                    "of the tenants read, none asks for access under the name " + String.join(", ", absent));
        }
    }

    static void check(List<TenantView<Rbac>> tenants, Problems problems) {
        for (var tenant : tenants) {
            var at = problems.of(tenant.tenant());
            checkFlag(tenant, at);
            for (int i = 0; i < tenant.config().allowedTenants().size(); i++) {
                var host = tenant.config().allowedTenants().get(i);
                checkHost(tenant, host, at.at("allowedTenants").at(Integer.toString(i)));
            }
            Place.of(tenant, at).forEach(CrossTenantAccess::checkGuests);
        }
    }

    private static void bind(
            TenantView<Rbac> host, NamespaceView<Rbac> namespace, TenantView<Rbac> guest, Manifests.Builder out) {
        var names = new SubjectNames(host.cluster().profile());
        var subjects = people(guest).stream()
                .map(names::subject)
                .distinct()
                .sorted(SubjectNames.ORDER)
                .toList();
        if (!subjects.isEmpty()) {
            IsolationLevel level = host.tenant().isolationLevel();
            var role = RoleName.builtIn(BuiltInRole.VIEWER, level, false);
            var name = role.name() + "-of-" + guest.tenant().name();
            out.add(RbacObjects.roleBindingNamed(namespace.name(), name, role, subjects))
                    .makesTrue(Enforcement.AUTHORIZATION, "acceptedTenants");
        }
    }

    /** The guest's users and groups; its service accounts stay at home. */
    private static List<RoleSubject> people(TenantView<Rbac> guest) {
        var people = new ArrayList<RoleSubject>();
        for (var role : guest.config().roleNames()) {
            guest.config().subjects(role).stream()
                    .filter(subject -> subject.kind() != RoleSubject.Kind.SERVICE_ACCOUNT)
                    .forEach(people::add);
        }
        return people;
    }

    private static boolean asksFor(TenantView<Rbac> guest, String host) {
        return guest.config().allowCrossTenantAccess()
                && guest.config().allowedTenants().contains(host);
    }

    /** Whether the host, or any namespace of it, lets the guest read. */
    private static boolean accepts(TenantView<Rbac> host, String guest) {
        return Stream.concat(
                        Stream.of(host.config()), host.namespaces().stream().map(NamespaceView::config))
                .anyMatch(rbac -> rbac.acceptedTenants().contains(guest));
    }

    private static void checkFlag(TenantView<Rbac> tenant, Problems at) {
        var rbac = tenant.config();
        for (var namespace : tenant.namespaces()) {
            for (var key : List.of("allowCrossTenantAccess", "allowedTenants")) {
                if (namespace.isWritten(key)) {
                    at.in(namespace)
                            .at(key)
                            .error(
                                    "RBAC_CROSS_TENANT_PLACE",
                                    "stands on a namespace, but it is people who read, not namespaces",
                                    "write it on the tenant");
                }
            }
        }
        if (!rbac.allowCrossTenantAccess() && !rbac.allowedTenants().isEmpty()) {
            at.at("allowedTenants")
                    .error(
                            "RBAC_CROSS_TENANT_CLOSED",
                            "names tenants but allowCrossTenantAccess is false",
                            "write allowCrossTenantAccess: true, or remove the list");
        }
        if (rbac.allowCrossTenantAccess() && rbac.allowedTenants().isEmpty()) {
            at.at("allowCrossTenantAccess")
                    .warning(
                            "RBAC_CROSS_TENANT_NOBODY",
                            "is true but allowedTenants names nobody, so it opens nothing",
                            "name the tenants that this one may read, or remove it");
        }
    }

    private static void checkHost(TenantView<Rbac> guest, String host, Problems at) {
        var name = guest.tenant().name();
        if (host.equals(name)) {
            at.error("RBAC_CROSS_TENANT_SELF", "is the tenant itself", "remove it");
            return;
        }
        var peer = guest.peer(host);
        if (peer.isEmpty()) {
            at.warning(
                    "RBAC_CROSS_TENANT_ABSENT",
                    "names " + host + ", which is not among the tenants read",
                    "pass the file of " + host + " too, whose namespaces carry the access");
        } else if (!accepts(peer.get(), name)) {
            at.error(
                    "RBAC_CROSS_TENANT_REFUSED",
                    "names " + host + ", which does not accept " + name,
                    "write acceptedTenants: [" + name + "] under spec.rbac of " + host + ", or remove it here");
        }
    }

    private static void checkGuests(Place place) {
        if (!place.states("acceptedTenants")) {
            return;
        }
        int index = 0;
        for (var guest : place.rbac().acceptedTenants()) {
            checkGuest(place.tenant(), guest, place.at("acceptedTenants", Integer.toString(index++)));
        }
    }

    private static void checkGuest(TenantView<Rbac> host, String guest, Problems at) {
        if (guest.equals(host.tenant().name())) {
            at.error("RBAC_CROSS_TENANT_SELF", "is the tenant itself", "remove it");
        } else if (host.peer(guest).isEmpty()) {
            at.warning(
                    "RBAC_CROSS_TENANT_ABSENT",
                    "names " + guest + ", which is not among the tenants read, so it gets no access",
                    "pass the file of " + guest + " too");
        }
    }
}
