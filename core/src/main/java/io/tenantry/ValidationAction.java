package io.tenantry;

/**
 * What the shared admission policies do with a request that they refuse, for a gradual roll-out over live tenants.
 *
 * <p>Anything but {@link #DENY} enforces nothing; parameters that rest on admission are then reported as not enforced.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/">Validating
 *     Admission Policy, validationActions</a>
 */
public enum ValidationAction {
    /** The request fails. */
    DENY("Deny"),
    /** The request passes and its sender sees a warning. */
    WARN("Warn"),
    /** The request passes and the audit event carries the failure. */
    AUDIT("Audit");

    private final String wireName;

    ValidationAction(String wireName) {
        this.wireName = wireName;
    }

    /** The action in the words of a {@code ValidatingAdmissionPolicyBinding}. */
    public String wireName() {
        return wireName;
    }
}
