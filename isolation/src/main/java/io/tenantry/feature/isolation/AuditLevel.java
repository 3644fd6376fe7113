package io.tenantry.feature.isolation;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How much of a request to the API server its audit log keeps.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/">Auditing</a>
 */
public enum AuditLevel {
    /** Nothing. */
    @JsonProperty("None")
    NONE("None"),
    /** Who, when, what, and the answer; no body. */
    @JsonProperty("Metadata")
    METADATA("Metadata"),
    /** Also what was sent. */
    @JsonProperty("Request")
    REQUEST("Request"),
    /** Also what was answered. */
    @JsonProperty("RequestResponse")
    REQUEST_RESPONSE("RequestResponse");

    private final String wireName;

    AuditLevel(String wireName) {
        this.wireName = wireName;
    }

    /** The name that the API server knows. */
    @Override
    public String toString() {
        return wireName;
    }
}
