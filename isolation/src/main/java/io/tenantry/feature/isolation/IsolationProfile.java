package io.tenantry.feature.isolation;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The section {@code isolation} of a cluster profile. */
public record IsolationProfile(
        @JsonPropertyDescription("PriorityClass that pods get which name none, if the cluster has such a class.")
        @Nullable
        String defaultPriorityClass,

        @JsonPropertyDescription(
                "Public keys in PEM, one of which must have signed the images of tenants with imageVerification.")
        List<String> imageKeys,

        @JsonPropertyDescription(
                "Driver that provisions volumes of a StorageClass of each tenant's own; none when not written.")
        @Nullable
        String provisioner,

        @JsonPropertyDescription("Parameters of those StorageClasses, as the driver names them.")
        Map<String, String> storageParameters,

        @JsonPropertyDescription("Parameters beside these by which the driver encrypts volumes.")
        Map<String, String> encryptionParameters) {

    /** A profile that states nothing. */
    static final IsolationProfile DEFAULTS = new IsolationProfile(null, List.of(), null, Map.of(), Map.of());
}
