package io.tenantry.feature.rbac;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tenantry.validation.Quoted;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has a role: a user, a group or a service account, named as the identity provider names them.
 *
 * <pre>{@code
 * RoleSubject.parse("admin@acme.com")                  // a user
 * RoleSubject.parse("group:acme-admins")
 * RoleSubject.parse("serviceaccount:acme-ci/deployer")
 * }</pre>
 *
 * @param namespace of a service account; null for others
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects">Referring to
 *     subjects</a>
 */
public record RoleSubject(
        @JsonPropertyDescription("User, Group or ServiceAccount.")
        Kind kind,

        @JsonPropertyDescription("The name, without the prefix that the cluster puts before it.")
        String name,

        @JsonPropertyDescription("The namespace of a ServiceAccount.") @Nullable
        String namespace) {

    private static final String GROUP = "group:";
    private static final String SERVICE_ACCOUNT = "serviceaccount:";

    /** The kinds of subjects that RBAC knows. */
    public enum Kind {
        @JsonProperty("User")
        USER,
        @JsonProperty("Group")
        GROUP,
        @JsonProperty("ServiceAccount")
        SERVICE_ACCOUNT
    }

    public static RoleSubject user(String name) {
        return new RoleSubject(Kind.USER, name, null);
    }

    public static RoleSubject group(String name) {
        return new RoleSubject(Kind.GROUP, name, null);
    }

    public static RoleSubject serviceAccount(String namespace, String name) {
        return new RoleSubject(Kind.SERVICE_ACCOUNT, name, namespace);
    }

    /**
     * The subject that a user wrote in one word.
     *
     * @throws IllegalArgumentException with a message that completes a sentence, if it is none
     */
    @JsonCreator
    public static RoleSubject parse(String text) {
        if (startsWith(text, GROUP)) {
            return group(text.substring(GROUP.length()));
        }
        if (!startsWith(text, SERVICE_ACCOUNT)) {
            return user(text);
        }
        var name = text.substring(SERVICE_ACCOUNT.length());
        var slash = name.indexOf('/');
        if (slash <= 0 || slash == name.length() - 1) {
            throw new IllegalArgumentException("is " + Quoted.of(text) + " but must be serviceaccount:NAMESPACE/NAME");
        }
        return serviceAccount(name.substring(0, slash), name.substring(slash + 1));
    }

    /** Names nearly always differ, and a record's own hash code takes long when it is first asked for. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** As {@link #parse} reads it. */
    @Override
    @JsonValue
    public String toString() {
        return switch (kind) {
            case USER -> name;
            case GROUP -> GROUP + name;
            case SERVICE_ACCOUNT -> SERVICE_ACCOUNT + namespace + "/" + name;
        };
    }

    private static boolean startsWith(String text, String prefix) {
        return text.toLowerCase(Locale.ROOT).startsWith(prefix);
    }
}
