package io.tenantry.feature.rbac;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way from what a role says to what it does not say.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/rbac-good-practices/#kubernetes-rbac-privilege-escalation-risks">
 *     Privilege escalation risks</a>
 */
enum IndirectWay {
    WORKLOADS(
            true,
            "runs pods as any service account of the namespace and mounts any of its Secrets",
            "create pods",
            "create,update,patch replicationcontrollers",
            "create,update,patch deployments.apps",
            "create,update,patch statefulsets.apps",
            "create,update,patch daemonsets.apps",
            "create,update,patch replicasets.apps",
            "create,update,patch jobs.batch",
            "create,update,patch cronjobs.batch"),
    EXEC(
            true,
            "acts inside running pods, as their service accounts",
            "create,get pods/exec",
            "create,get pods/attach",
            "update,patch pods/ephemeralcontainers"),
    TOKENS(
            true,
            "has tokens made for any service account of the namespace",
            "create serviceaccounts/token",
            "create secrets"),
    IMPERSONATE(true, "acts as any service account of the namespace", "impersonate serviceaccounts"),
    SECRETS(false, "reads the tokens and passwords that Secrets hold", "get,list,watch secrets"),
    BINDINGS(
            false,
            "hands its own rights on to whomever the policy on grants lets the tenant bind",
            "create,update,patch rolebindings.rbac.authorization.k8s.io"),
    BIND(false, "binds roles with rights that it lacks", "bind roles.rbac.authorization.k8s.io"),
    ESCALATE(false, "writes roles with rights that it lacks", "escalate roles.rbac.authorization.k8s.io");

    private final boolean asServiceAccounts;
    private final String consequence;

    @SuppressWarnings("ImmutableEnumChecker") // made by Stream.toList
    private final List<Right> rights;

    IndirectWay(boolean asServiceAccounts, String consequence, String... rights) {
        this.asServiceAccounts = asServiceAccounts;
        this.consequence = consequence;
        this.rights = Stream.of(rights).map(Right::of).toList();
    }

    /** Verbs of a resource, any of which opens the way. */
    private record Right(List<String> verbs, String group, String resource, String text) {
        static Right of(String text) {
            var blank = text.indexOf(' ');
            var resource = text.substring(blank + 1);
            var reference = Reference.of(resource, group -> false);
            var verbs = List.of(text.substring(0, blank).split(",", -1));
            return new Right(verbs, Objects.requireNonNullElse(reference.group(), ""), reference.name(), resource);
        }

        boolean isAmong(Permissions permissions) {
            return verbs.stream().anyMatch(verb -> permissions.allow(verb, group, resource));
        }
    }

    /** Whether it ends in the rights of the namespace's service accounts. */
    boolean isAsServiceAccounts() {
        return asServiceAccounts;
    }

    boolean isOpenTo(Permissions permissions) {
        return rights.stream().anyMatch(right -> right.isAmong(permissions));
    }

    /** What follows, and from which resources. */
    String text(Permissions permissions) {
        return rights.stream()
                .filter(right -> right.isAmong(permissions))
                .map(Right::text)
                .collect(Collectors.joining(", ", consequence + ", by ", ""));
    }
}
