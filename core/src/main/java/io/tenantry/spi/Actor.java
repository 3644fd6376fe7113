package io.tenantry.spi;

/**
 * Who makes a request on behalf of a tenant.
 *
 * @param kind how the name is to be read
 * @param name a role of the tenant, or {@code NAMESPACE/NAME} of a service account
 */
public record Actor(Kind kind, String name) {
    public static final Actor ADMIN = role("admin");
    public static final Actor DEVELOPER = role("developer");
    public static final Actor VIEWER = role("viewer");

    /** Somebody with this role of the tenant. */
    public static Actor role(String name) {
        return new Actor(Kind.ROLE, name);
    }

    public static Actor serviceAccount(String namespace, String name) {
        return new Actor(Kind.SERVICE_ACCOUNT, namespace + "/" + name);
    }

    /** What an actor's name stands for. */
    public enum Kind {
        ROLE,
        SERVICE_ACCOUNT
    }
}
