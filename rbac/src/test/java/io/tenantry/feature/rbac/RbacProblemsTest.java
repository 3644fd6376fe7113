package io.tenantry.feature.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.testkit.Documents;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RbacProblemsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        roles: {x: {verbs: [gett], resources: [pods]}}           | RBAC_VERB_UNKNOWN      | spec.rbac.roles.x.verbs has "gett", which is no verb; did you mean get?
        roles: {x: {verbs: [get], resources: [deployment]}}      | RBAC_RESOURCE_UNKNOWN  | did you mean deployments?
        roles: {x: {verbs: [get], resources: [jobs], apiGroups: [apps]}} | RBAC_GROUP_WRONG | remove apiGroups, or add batch
        roles: {x: {verbs: [get], resources: [jobs], apiGroups: [batc]}} | RBAC_GROUP_WRONG | spec.rbac.roles.x.apiGroups has "batc", which is no group of Kubernetes; did you mean batch?
        roles: {x: {verbs: [get], resources: ['*'], apiGroups: [example.com]}} | RBAC_GROUP_WRONG | has *, of which apiGroups leave nothing
        roles: {x: {verbs: [list, delete], resources: [pods/exec]}} | RBAC_VERB_WRONG     | has pods/exec, which has none of the verbs list, delete; its verbs are create, get
        roles: {x: {verbs: [update], resources: [resourcequotas]}} | RBAC_RIGHT_OF_PLATFORM | update resourcequotas, which no tenant may have
        roles: {x: {verbs: [create], resources: [pods/binding]}} | RBAC_RIGHT_OF_PLATFORM | create pods/binding
        roles: {x: {verbs: ['*'], resources: [services/proxy]}}  | RBAC_RIGHT_OF_PLATFORM | * services/proxy
        roles: {x: {verbs: [patch], resources: [namespaces]}}    | RBAC_RIGHT_OF_PLATFORM | who may change the Namespace
        roles: {x: {verbs: [impersonate], resources: [serviceaccounts]}} | RBAC_RIGHT_OF_PLATFORM | has impersonate
        roles: {x: {verbs: [create], resources: [schedules.velero.io]}} | RBAC_RIGHT_OF_PLATFORM | create schedules.velero.io
        roles: {x: {verbs: [], resources: [pods]}}               | RBAC_ROLE_EMPTY        | spec.rbac.roles.x.verbs is empty
        roles: {Big: {verbs: [get], resources: [pods]}}          | RBAC_ROLE_NAME         | must be a DNS label
        admins: ['group:system:masters']                         | RBAC_SUBJECT_SYSTEM    | reaches beyond the tenant
        admins: ['system:admin']                                 | RBAC_SUBJECT_SYSTEM    | reaches beyond the tenant
        admins: ['serviceaccount:kube-system/tiller']            | RBAC_SUBJECT_SYSTEM    | a service account of the system
        admins: ['serviceaccount:tiller']                        | VALUE_INVALID          | must be serviceaccount:NAMESPACE/NAME
        admins: [{kind: ServiceAccount, name: x}]                | RBAC_SUBJECT_NAME      | without its namespace
        admins: [{kind: Usr, name: x}]                           | VALUE_INVALID          | User
        admins: [' ']                                            | RBAC_SUBJECT_NAME      | which is empty
        allowedGroups: ['system:authenticated']                  | RBAC_SUBJECT_SYSTEM    | reaches beyond the tenant
        serviceAccounts: [default]                               | RBAC_ACCOUNT_NAME      | is default
        serviceAccounts: [ci, {name: ci, role: admin}]           | RBAC_ACCOUNT_TWICE     | a second time
        serviceAccounts: [{name: ci, role: develper}]            | RBAC_ROLE_UNKNOWN      | did you mean developer?
        allowedTenants: [other]                                  | RBAC_CROSS_TENANT_CLOSED | write allowCrossTenantAccess: true
        {allowCrossTenantAccess: true, allowedTenants: [acme]}   | RBAC_CROSS_TENANT_SELF | is the tenant itself
        """)
    void refuses(String rbac, String code, String says) {
        var written = rbac.startsWith("{") ? rbac : "{" + rbac + "}";
        assertThat(Tenants.ALONE.validate(Tenants.acme("rbac: " + written)).problems())
                .filteredOn(problem -> problem.severity() == Severity.ERROR)
                .anySatisfy(problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(sentence(problem)).contains(says);
                });
    }

    @Test
    void saysWhichLineTheHostHasToAdd() {
        var guest = Documents.tenant("guest", "rbac: {allowCrossTenantAccess: true, allowedTenants: [host]}");
        assertThat(Tenants.ALONE
                        .validate(Input.of(guest, Documents.tenant("host")))
                        .problems())
                .filteredOn(problem -> problem.code().equals("RBAC_CROSS_TENANT_REFUSED"))
                .singleElement()
                .satisfies(problem -> assertThat(sentence(problem))
                        .contains("spec.rbac.allowedTenants[0] names host", "write acceptedTenants: [guest]"));
    }

    @Test
    void refusesServiceAccountsOfOtherTenants() {
        var thief = Documents.tenant("thief", "admins: ['serviceaccount:victim/ci']");
        assertThat(Tenants.problems(Tenants.ALONE, Input.of(thief, Documents.tenant("victim"))))
                .containsExactly("RBAC_SUBJECT_FOREIGN spec.admins has serviceaccount:victim/ci,"
                        + " a service account of tenant victim");
    }

    @Test
    void judgesWhatANamespaceWritesAtItsPlace() {
        assertThat(Tenants.problems(
                        Tenants.ALONE,
                        Tenants.acme("namespaces: [{name: a, rbac: {viewers: ['system:x']}}, {name: b}]")))
                .containsExactly("RBAC_SUBJECT_SYSTEM spec.namespaces[a].rbac.viewers has \"system:x\","
                        + " which is of the system and reaches beyond the tenant");
    }

    @Test
    void noticesPeopleWithSeveralRolesAndRolesWithoutPeople() {
        assertThat(Tenants.ALONE
                        .validate(Tenants.acme(
                                "rbac: {admins: [a], viewers: [a], roles: {idle: {verbs: [get], resources: [pods]}}}"))
                        .problems())
                .extracting(problem -> problem.severity() + " " + problem.code())
                .containsExactlyInAnyOrder("notice RBAC_SUBJECT_SEVERAL_ROLES", "notice RBAC_ROLE_UNUSED");
    }

    @Test
    void noticesServiceAccountsThatLiftDevelopers() {
        var accounts = "serviceAccounts: [{name: ci, role: admin}, {name: web, role: developer}]";
        assertThat(Tenants.problems(Tenants.ALONE, Tenants.acme("rbac: {developers: [d], " + accounts + "}")))
                .containsExactly("RBAC_ACCOUNT_STRONGER spec.rbac.serviceAccounts[0] gives ci the role admin,"
                        + " which whoever has the role developer reaches too");
        assertThat(Tenants.problems(Tenants.ALONE, Tenants.acme("rbac: {" + accounts + "}")))
                .isEmpty();
        assertThat(Tenants.problems(Tenants.ALONE, Tenants.acme("rbac: {viewers: [v], " + accounts + "}")))
                .isEmpty();
    }

    @Test
    void knowsSubjectsOfTheSystemByThePrefixesOfTheCluster() {
        var tenant = Documents.tenant("acme", "admins: ['group:tem:masters', 'group:tem:owners']");
        assertThat(Tenants.problems(Tenants.ALONE, Input.of(tenant, Documents.profile("groupPrefix: sys"))))
                .hasSize(2)
                .allMatch(problem -> problem.startsWith("RBAC_SUBJECT_SYSTEM spec.admins"));
    }

    private static String sentence(Problem problem) {
        return problem.path() + " " + problem.message() + "; " + problem.fix();
    }
}
