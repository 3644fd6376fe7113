package io.tenantry.feature.isolation;

import io.tenantry.spi.ClusterView;
import io.tenantry.spi.SharedPolicy;

/** What a tenant's own Roles may not contain: ways to more rights, and writing what the platform owns. */
final class RolesPolicy {
    static final String NAME = "tenantry-roles";

    /** Whether the rule concerns resources of these groups. */
    private static final String IN_GROUPS = "rule.?apiGroups.orValue([]).exists(group, group in [%s])";

    private static final String ON_RESOURCES =
            "rule.?resources.orValue([]).exists(resource, resource.split('/')[0] in [%s])";

    private static final String POWERS = "rule.verbs.exists(verb, verb in ['bind', 'escalate', 'impersonate'])"
            + " || ('*' in rule.verbs && "
            + IN_GROUPS.formatted("'', '*', 'rbac.authorization.k8s.io', 'authentication.k8s.io'")
            + " && "
            + ON_RESOURCES.formatted(
                    "'*', 'roles', 'clusterroles', 'serviceaccounts', 'users', 'groups', 'uids', 'userextras'")
            + ")";

    private static final String WRITES_PLATFORM = "rule.verbs.exists(verb, !(verb in ['get', 'list', 'watch'])) && "
            + IN_GROUPS.formatted("'', '*', 'discovery.k8s.io'") + " && ("
            + ON_RESOURCES.formatted("'*', 'namespaces', 'resourcequotas', 'limitranges', 'endpoints',"
                    + " 'endpointslices', 'bindings'")
            + " || rule.?resources.orValue([]).exists(resource, resource in ['pods/binding', 'pods/*']))";

    private RolesPolicy() {}

    static SharedPolicy of(ClusterView cluster) {
        return SharedPolicy.named(NAME)
                .judges("rbac.authorization.k8s.io", "v1", "roles", "CREATE", "UPDATE")
                .variable("before", "oldObject == null ? [] : oldObject.?rules.orValue([])")
                .variable("added", "object.?rules.orValue([]).filter(rule, !(rule in variables.before))")
                .variable("powers", "variables.added.filter(rule, " + POWERS + ")")
                .variable("broad", "variables.added.filter(rule, " + WRITES_PLATFORM + ")")
                .requires(
                        "size(variables.powers) == 0",
                        rule("powers") + " + ', which reaches rights beyond it; bind, escalate and impersonate, and *"
                                + " where it includes them, are not allowed'")
                .requires(
                        "size(variables.broad) == 0",
                        rule("broad") + " + ', which includes what the platform owns; name resources, or allow only"
                                + " get, list and watch'")
                .build(cluster);
    }

    private static String rule(String variable) {
        return "'a rule allows ' + variables.%1$s[0].verbs.join(', ') + ' on ' + variables.%1$s[0].?resources.orValue([]).join(', ')"
                .formatted(variable);
    }
}
