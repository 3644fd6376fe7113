package io.tenantry.feature.rbac;

import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.api.model.rbac.SubjectBuilder;
import io.tenantry.ClusterProfile;
import io.tenantry.spi.Subjects;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Subjects as the API server sees them: with the prefixes that the cluster's authenticator puts before names. A name
 * that already has its prefix is left as it is.
 */
final class SubjectNames {
    static final Comparator<Subject> ORDER = Comparator.comparing(Subject::getKind)
            .thenComparing(subject -> Objects.requireNonNullElse(subject.getNamespace(), ""))
            .thenComparing(Subject::getName);

    private static final String GROUP_OF_RBAC = "rbac.authorization.k8s.io";

    private final String usernamePrefix;
    private final String groupPrefix;

    SubjectNames(ClusterProfile profile) {
        usernamePrefix = profile.usernamePrefix();
        groupPrefix = profile.groupPrefix();
    }

    String user(String name) {
        return prefixed(usernamePrefix, name);
    }

    String group(String name) {
        return prefixed(groupPrefix, name);
    }

    Subject subject(RoleSubject subject) {
        return switch (subject.kind()) {
            case USER -> subject("User", user(subject.name()));
            case GROUP -> subject("Group", group(subject.name()));
            case SERVICE_ACCOUNT -> serviceAccount(String.valueOf(subject.namespace()), subject.name());
        };
    }

    static Subject serviceAccount(String namespace, String name) {
        return new SubjectBuilder()
                .withKind("ServiceAccount")
                .withNamespace(namespace)
                .withName(name)
                .build();
    }

    /** All of these, and the groups that may be bound besides. */
    Subjects all(Collection<RoleSubject> subjects, Collection<String> serviceAccounts, Collection<String> moreGroups) {
        var users = new TreeSet<String>();
        var groups = new TreeSet<String>();
        var accounts = new TreeSet<>(serviceAccounts);
        for (var subject : subjects) {
            switch (subject.kind()) {
                case USER -> users.add(user(subject.name()));
                case GROUP -> groups.add(group(subject.name()));
                case SERVICE_ACCOUNT -> accounts.add(subject.namespace() + "/" + subject.name());
            }
        }
        moreGroups.forEach(name -> groups.add(group(name)));
        return new Subjects(users, groups, accounts);
    }

    /** {@code User/NAME}, {@code Group/NAME} and {@code ServiceAccount/NAMESPACE/NAME}, sorted, a line each. */
    static String lines(Subjects subjects) {
        var lines = new TreeSet<String>();
        subjects.users().forEach(name -> lines.add("User/" + name));
        subjects.groups().forEach(name -> lines.add("Group/" + name));
        subjects.serviceAccounts().forEach(name -> lines.add("ServiceAccount/" + name));
        return String.join("\n", lines);
    }

    private static Subject subject(String kind, String name) {
        return new SubjectBuilder()
                .withApiGroup(GROUP_OF_RBAC)
                .withKind(kind)
                .withName(name)
                .build();
    }

    private static String prefixed(String prefix, String name) {
        return name.startsWith(prefix) ? name : prefix + name;
    }
}
