package io.tenantry.feature.rbac;

import io.tenantry.feature.rbac.RoleSubject.Kind;
import io.tenantry.spi.Problems;
import io.tenantry.validation.Names;
import io.tenantry.validation.Quoted;
import io.tenantry.validation.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** What can be wrong with those who have roles. */
final class SubjectProblems {
    private static final String SYSTEM = "system:";
    private static final String DEFAULT_ACCOUNT = "default";

    private SubjectProblems() {}

    static void check(Place place) {
        var names = new SubjectNames(place.tenant().cluster().profile());
        for (var list : lists(place)) {
            list.subjects().forEach(subject -> judge(subject, names, list.at()));
        }
        serviceAccounts(place);
        if (place.states("allowedGroups")) {
            for (var group : place.rbac().allowedGroups()) {
                judge(RoleSubject.group(group), names, place.at("allowedGroups"));
            }
        }
        severalRoles(place);
        strongerAccounts(place);
    }

    /** Subjects, and where their problems are. */
    record SubjectList(Problems at, List<RoleSubject> subjects) {}

    /** The lists of subjects that are written at a place. */
    static List<SubjectList> lists(Place place) {
        var lists = new ArrayList<SubjectList>();
        for (var role : BuiltInRole.values()) {
            var key = role.roleName() + "s";
            if (place.states(key)) {
                lists.add(new SubjectList(place.at(key), role.people(place.rbac())));
            }
        }
        if (place.states("roles")) {
            place.rbac()
                    .roles()
                    .forEach((name, role) ->
                            lists.add(new SubjectList(place.at("roles", name, "subjects"), role.subjectsOrNone())));
        }
        return lists;
    }

    private static void judge(RoleSubject subject, SubjectNames names, Problems at) {
        if (subject.name().isBlank() || subject.name().chars().anyMatch(Character::isISOControl)) {
            at.error(
                    "RBAC_SUBJECT_NAME",
                    "has the name " + Quoted.of(subject.name()) + ", which is empty or holds a control character",
                    "name a user, group:NAME or serviceaccount:NAMESPACE/NAME");
        } else if (subject.kind() != Kind.SERVICE_ACCOUNT && isOfSystem(subject, names)) {
            at.error(
                    "RBAC_SUBJECT_SYSTEM",
                    "has " + Quoted.of(subject.toString()) + ", which is of the system and reaches beyond the tenant",
                    "name the tenant's own users and groups");
        } else if (subject.kind() == Kind.SERVICE_ACCOUNT) {
            account(subject, at);
        } else if (subject.namespace() != null) {
            at.error(
                    "RBAC_SUBJECT_NAME",
                    "gives " + subject.name() + " a namespace, which only a ServiceAccount has",
                    "remove the namespace");
        }
    }

    /** By its own name, or by the prefix that the cluster puts before it. */
    private static boolean isOfSystem(RoleSubject subject, SubjectNames names) {
        return subject.name().startsWith(SYSTEM)
                || names.subject(subject).getName().startsWith(SYSTEM);
    }

    private static void account(RoleSubject subject, Problems at) {
        var namespace = subject.namespace();
        if (namespace == null) {
            at.error(
                    "RBAC_SUBJECT_NAME",
                    "names the ServiceAccount " + subject.name() + " without its namespace",
                    "write serviceaccount:NAMESPACE/" + subject.name());
            return;
        }
        if (namespace.startsWith("kube-")) {
            at.error(
                    "RBAC_SUBJECT_SYSTEM",
                    "has " + Quoted.of(subject.toString()) + ", a service account of the system",
                    "name service accounts of the tenant or of the platform's tools");
        }
        Names.label(namespace)
                .ifPresent(
                        flaw -> at.error("RBAC_SUBJECT_NAME", "names a namespace that " + flaw.message(), flaw.fix()));
        Names.subdomain(subject.name())
                .ifPresent(flaw ->
                        at.error("RBAC_SUBJECT_NAME", "names a service account that " + flaw.message(), flaw.fix()));
    }

    private static void serviceAccounts(Place place) {
        if (!place.states("serviceAccounts")) {
            return;
        }
        var names = new HashSet<String>();
        int index = 0;
        for (var account : place.rbac().serviceAccounts()) {
            var at = place.at("serviceAccounts", Integer.toString(index++));
            Names.subdomain(account.name())
                    .ifPresent(flaw -> at.error("RBAC_ACCOUNT_NAME", flaw.message(), flaw.fix()));
            if (account.name().equals(DEFAULT_ACCOUNT)) {
                at.error(
                        "RBAC_ACCOUNT_NAME",
                        "is default, which every namespace has and every pod uses that names none",
                        "choose another name, so that only pods that say so get its role");
            }
            if (!names.add(account.name())) {
                at.error("RBAC_ACCOUNT_TWICE", "names " + account.name() + " a second time", "list it once");
            }
            role(account.roleOrViewer(), place, at);
        }
    }

    private static void role(String role, Place place, Problems at) {
        var known = place.rbac().roleNames();
        if (!known.contains(role)) {
            at.error(
                    "RBAC_ROLE_UNKNOWN",
                    "has the role " + Quoted.of(role) + ", which there is not",
                    Suggestion.nearest(role, known)
                            .map(name -> "did you mean " + name + "?")
                            .orElse("write one of " + String.join(", ", known) + ", or add it to roles"));
        }
    }

    /** Whoever may act as any service account of the namespace has the roles of each. */
    private static void strongerAccounts(Place place) {
        if (!place.states("serviceAccounts")) {
            return;
        }
        var roles = Roles.of(place.tenant(), place.rbac());
        for (var role : roles.names()) {
            if (!place.rbac().subjects(role).isEmpty()) {
                for (var account : new IndirectRights(roles, role).strongerAccounts()) {
                    place.at(
                                    "serviceAccounts",
                                    Integer.toString(
                                            place.rbac().serviceAccounts().indexOf(account)))
                            .notice(
                                    "RBAC_ACCOUNT_STRONGER",
                                    "gives " + account.name() + " the role " + account.roleOrViewer()
                                            + ", which whoever has the role " + role + " reaches too",
                                    "give it a role within " + role + ", or a namespace where nobody has that role");
                }
            }
        }
    }

    private static void severalRoles(Place place) {
        var roles = new TreeMap<String, TreeSet<String>>();
        for (var role : BuiltInRole.values()) {
            role.people(place.rbac())
                    .forEach(subject -> roles.computeIfAbsent(subject.toString(), none -> new TreeSet<>())
                            .add(role.roleName()));
        }
        roles.forEach((subject, several) -> {
            var at = place.at(several.first() + "s");
            if (several.size() > 1 && several.stream().anyMatch(role -> place.states(role + "s"))) {
                at.notice(
                        "RBAC_SUBJECT_SEVERAL_ROLES",
                        "has " + Quoted.of(subject) + ", who has the roles " + String.join(", ", several),
                        "list everybody once, under the strongest role");
            }
        });
    }
}
