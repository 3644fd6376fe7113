package io.tenantry;

import io.tenantry.validation.Problem;
import io.tenantry.validation.ValidationResult;
import java.util.stream.Collectors;

/** An input that cannot be rendered; {@link #result()} has every problem, the message lists the errors. */
public final class InvalidTenantException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ValidationResult result;

    public InvalidTenantException(ValidationResult result) {
        super(result.errors().stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.result = result;
    }

    public ValidationResult result() {
        return result;
    }
}
