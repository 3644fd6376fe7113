package io.tenantry.feature.isolation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * The Pod Security Standard that a tenant's pods must meet.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security Standards</a>
 */
public enum PodSecurityLevel {
    /** No restriction. */
    @JsonProperty("privileged")
    PRIVILEGED,
    /** No known way to privileges beyond the pod. */
    @JsonProperty("baseline")
    BASELINE,
    /** Hardened: non-root, no privilege escalation, a seccomp profile. */
    @JsonProperty("restricted")
    RESTRICTED;

    /** The level as the labels of Pod Security Admission name it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
