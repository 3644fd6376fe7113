package io.tenantry.cluster;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** A section for tests: objects that come and go, that no server takes, or that an add-on must be there for. */
public record Extra(
        @JsonPropertyDescription("ConfigMaps in each namespace.")
        List<String> configMaps,

        @JsonPropertyDescription("ConfigMaps with a key that the server refuses.")
        List<String> refused,

        @JsonPropertyDescription("ConfigMaps in the platform's namespace.")
        List<String> platform,

        @JsonPropertyDescription("Whether there is a PrometheusRule.")
        Boolean rule) {
    static final Extra NONE = new Extra(List.of(), List.of(), List.of(), false);
}
