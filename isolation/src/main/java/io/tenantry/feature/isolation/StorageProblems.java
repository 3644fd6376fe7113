package io.tenantry.feature.isolation;

import io.tenantry.spi.Problems;
import io.tenantry.validation.Names;
import java.util.Map;

/** Judges the StorageClasses that claims may name. */
final class StorageProblems {
    private static final String KEY = "allowedStorageClasses";

    private StorageProblems() {}

    /** What the profile says of tenants' own StorageClasses. */
    static void check(IsolationProfile profile, Problems problems) {
        var provisioner = profile.provisioner();
        if (provisioner != null) {
            Names.subdomain(provisioner.replaceFirst("/.*", ""))
                    .ifPresent(flaw -> problems.at("isolation.provisioner")
                            .error(
                                    "ISOLATION_PROVISIONER",
                                    "is \"" + provisioner + "\" but must be a driver's name, which is a DNS subdomain",
                                    "write the driver's name as kubectl get csidrivers shows it"));
            return;
        }
        withoutProvisioner("storageParameters", profile.storageParameters(), problems);
        withoutProvisioner("encryptionParameters", profile.encryptionParameters(), problems);
    }

    private static void withoutProvisioner(String key, Map<String, String> parameters, Problems problems) {
        if (!parameters.isEmpty()) {
            problems.at("isolation." + key)
                    .error(
                            "ISOLATION_PROVISIONER",
                            "is written but no provisioner, so there are no StorageClasses to have the parameters",
                            "write provisioner: and the driver's name, or remove it");
        }
    }

    static void check(Level level) {
        if (!level.written().test(KEY)) {
            return;
        }
        for (var name : level.config().allowedStorageClasses()) {
            Names.subdomain(name)
                    .ifPresent(flaw -> level.at(KEY)
                            .error(
                                    "ISOLATION_STORAGE_CLASS",
                                    "has an entry that " + flaw.message() + ", the name of a StorageClass",
                                    flaw.fix()));
        }
        if (!level.config().storageIsolation()
                && !level.config().allowedStorageClasses().isEmpty()) {
            level.at(KEY)
                    .error(
                            "ISOLATION_STORAGE_OPEN",
                            "is written but storageIsolation is false, so claims may name any StorageClass",
                            "write storageIsolation: true");
        }
    }
}
