package io.tenantry.feature.isolation;

import io.tenantry.IsolationLevel;

/** Judges values that contradict the isolation level or one another. */
final class LevelProblems {
    private static final String CODE = "ISOLATION_LEVEL";

    private final Level level;

    private LevelProblems(Level level) {
        this.level = level;
    }

    static void check(IsolationLevel isolationLevel, Level level) {
        var problems = new LevelProblems(level);
        if (isolationLevel == IsolationLevel.STRICT) {
            problems.strict();
        } else {
            problems.privileged();
        }
    }

    private void strict() {
        var isolation = level.config();
        if (level.states("podSecurityPolicy") && isolation.podSecurityPolicy() != PodSecurityLevel.RESTRICTED) {
            contradicts("podSecurityPolicy", isolation.podSecurityPolicy().toString(), "restricted");
        }
        must("allowPrivilegedContainers", isolation.allowPrivilegedContainers(), false);
        must("allowExternalNames", isolation.allowExternalNames(), false);
        must("storageIsolation", isolation.storageIsolation(), true);
        must("pvAccessControl", isolation.pvAccessControl(), true);
        must("requireImageDigest", isolation.requireImageDigest(), true);
    }

    private void must(String key, boolean value, boolean wanted) {
        if (level.states(key) && value != wanted) {
            contradicts(key, Boolean.toString(value), Boolean.toString(wanted));
        }
    }

    private void contradicts(String key, String value, String wanted) {
        level.at(key)
                .error(
                        CODE,
                        "is " + value + " but must be " + wanted + " under isolationLevel strict",
                        "write " + wanted + ", or choose isolationLevel standard");
    }

    private void privileged() {
        if (level.written().test("podSecurityPolicy")
                && level.config().podSecurityPolicy() == PodSecurityLevel.PRIVILEGED) {
            level.at("podSecurityPolicy")
                    .warning(
                            "ISOLATION_PRIVILEGED",
                            "is privileged, and a privileged pod can leave every other bound of the tenant",
                            "write baseline, and give what needs more a tenant of its own");
        }
    }
}
