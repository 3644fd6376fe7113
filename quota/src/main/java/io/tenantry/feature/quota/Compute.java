package io.tenantry.feature.quota;

/** What a container consumes while it runs, with the keys that ResourceQuota gives it. */
enum Compute {
    CPU("cpu", Unit.CPU),
    MEMORY("memory", Unit.BYTES),
    EPHEMERAL_STORAGE("ephemeral-storage", Unit.BYTES);

    private final String wireName;
    private final Unit unit;
    private final String requestKey;
    private final String limitKey;

    Compute(String wireName, Unit unit) {
        this.wireName = wireName;
        this.unit = unit;
        this.requestKey = "requests." + wireName;
        this.limitKey = "limits." + wireName;
    }

    String wireName() {
        return wireName;
    }

    Unit unit() {
        return unit;
    }

    String requestKey() {
        return requestKey;
    }

    String limitKey() {
        return limitKey;
    }

    /** Whether a quota on it refuses every container that does not state it. */
    boolean mustBeStated() {
        return this != EPHEMERAL_STORAGE;
    }
}
