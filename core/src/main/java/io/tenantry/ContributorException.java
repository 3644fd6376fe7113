package io.tenantry;

import org.jspecify.annotations.Nullable;

/**
 * A contributor that breaks the contract of the SPI: a bug in a module, never a mistake in a tenant file.
 *
 * <p>The message names the class, the jar it came from, and what its author has to do.
 */
public final class ContributorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ContributorException(String message) {
        this(message, null);
    }

    public ContributorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
