package io.tenantry.testkit.attack;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.tenantry.TenantNamespace;
import io.tenantry.manifest.Rendered;
import io.tenantry.spi.Attack;
import io.tenantry.spi.Request;
import io.tenantry.testkit.controlplane.ApiClient;
import io.tenantry.testkit.controlplane.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody whom authorization never stops: all verbs on everything, in a tenant's namespaces, or everywhere for attacks
 * that reach beyond them.
 */
final class Insider {
    private static final String NAME = "tenantry-insider";
    private static final String EVERYWHERE = "tenantry-insider-everywhere";
    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final PolicyRule EVERYTHING = new PolicyRuleBuilder()
            .withApiGroups("*")
            .withResources("*")
            .withVerbs("*")
            .build();

    private final ApiClient administrator;
    private final Set<String> namespaces;

    private Insider(ApiClient administrator, Set<String> namespaces) {
        this.administrator = administrator;
        this.namespaces = Set.copyOf(namespaces);
    }

    /** One in the namespaces of these tenants. */
    static Insider in(Rendered rendered, ApiClient administrator) {
        return new Insider(
                administrator,
                rendered.tenants().stream()
                        .flatMap(tenant -> tenant.namespaces().stream())
                        .map(TenantNamespace::name)
                        .collect(Collectors.toSet()));
    }

    void create() {
        Parallel.each(rights(), right -> administrator.apply(right).orFail());
    }

    void remove() {
        Parallel.each(rights(), administrator::delete);
    }

    Identity against(Attack attack) {
        boolean within = Stream.of(attack.request(), attack.twin())
                .map(Insider::namespace)
                .allMatch(namespaces::contains);
        return Identity.user(within ? NAME : EVERYWHERE, "system:authenticated");
    }

    /** The namespace whose Roles decide; those on a Namespace that is there are decided by the Roles in it. */
    private static String namespace(Request request) {
        var metadata = request.object().getMetadata();
        boolean isNamespace = request.object().getKind().equals("Namespace") && request.verb() != Request.Verb.CREATE;
        return String.valueOf(isNamespace ? metadata.getName() : metadata.getNamespace());
    }

    private List<HasMetadata> rights() {
        var rights = new ArrayList<HasMetadata>();
        namespaces.forEach(namespace -> rights.addAll(within(namespace)));
        rights.addAll(everywhere());
        return rights;
    }

    private static List<HasMetadata> within(String namespace) {
        var role = new RoleBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(NAME)
                .endMetadata()
                .withRules(EVERYTHING)
                .build();
        var binding = new RoleBindingBuilder()
                .withMetadata(role.getMetadata())
                .withNewRoleRef(GROUP, "Role", NAME)
                .addNewSubject(GROUP, "User", NAME, null)
                .build();
        return List.of(role, binding);
    }

    private static List<HasMetadata> everywhere() {
        var role = new ClusterRoleBuilder()
                .withNewMetadata()
                .withName(EVERYWHERE)
                .endMetadata()
                .withRules(EVERYTHING)
                .build();
        var binding = new ClusterRoleBindingBuilder()
                .withMetadata(role.getMetadata())
                .withNewRoleRef(GROUP, "ClusterRole", EVERYWHERE)
                .addNewSubject(GROUP, "User", EVERYWHERE, null)
                .build();
        return List.of(role, binding);
    }
}
