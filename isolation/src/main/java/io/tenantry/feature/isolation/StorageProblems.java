package io.tenantry.feature.isolation;

import io.tenantry.validation.Names;

/** Judges the StorageClasses that claims may name. */
final class StorageProblems {
    private static final String KEY = "allowedStorageClasses";

    private StorageProblems() {}

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
