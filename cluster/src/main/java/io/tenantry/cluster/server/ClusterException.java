package io.tenantry.cluster.server;

/**
 * A cluster that cannot be reached, does not let its user in or refuses a request; nothing that a tenant file can mend.
 *
 * <p>The message is one line for the user, and holds no secret.
 */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ClusterException(String message) {
        super(oneLine(message));
    }

    public ClusterException(String message, Throwable cause) {
        super(oneLine(message), cause);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
