package io.tenantry.spi;

/** The facts that Tenantry's own features exchange. */
public final class Facts {
    /** Tenants cannot change what the platform owns: the guard is rendered, and this cluster enforces it. */
    public static final Fact<Boolean> GUARDED = new Fact<>("guarded", Boolean.class);

    /** Who acts for the tenant, as the API server sees them. */
    public static final Fact<Subjects> SUBJECTS = new Fact<>("subjects", Subjects.class);

    /** The tenant's namespaces are closed by default to everybody else's. */
    public static final Fact<Boolean> NETWORK_ISOLATED = new Fact<>("network-isolated", Boolean.class);

    /** The means by which the tenant's DNS is kept apart. */
    public static final Fact<String> DNS_MEANS = new Fact<>("dns-means", String.class);

    /** At which use of its quota the tenant wants to hear of it. */
    public static final Fact<QuotaThresholds> QUOTA_THRESHOLDS = new Fact<>("quota-thresholds", QuotaThresholds.class);

    /** How many node ports, those of load balancers among them, a quota allows the tenant. */
    public static final Fact<Long> NODE_PORTS = new Fact<>("node-ports", Long.class);

    /** How many load balancers a quota allows the tenant. */
    public static final Fact<Long> LOAD_BALANCERS = new Fact<>("load-balancers", Long.class);

    /** A StorageClass that the tenant's claims may name, where they may not name every one. */
    public static final Fact<String> STORAGE_CLASS = new Fact<>("storage-class", String.class);

    /** Pods that the tenant's namespaces admit, where something judges pods. */
    public static final Fact<AdmittedPods> ADMITTED_PODS = new Fact<>("admitted-pods", AdmittedPods.class);

    private Facts() {}

    /** Collects what a contributor publishes. */
    public interface Builder {
        <T> Builder publish(Fact<T> fact, T value);
    }
}
