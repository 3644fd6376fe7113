package io.tenantry.spi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an object or an annotation makes a parameter true.
 *
 * <pre>{@code
 * out.add(resourceQuota).makesTrue(Enforcement.QUOTA, "cpuQuota", "podQuota");
 * out.annotate(namespace, "tenantry.io/qos-class", "Guaranteed").makesTrue(Enforcement.by(QOS_POLICY), "qosClass");
 * }</pre>
 */
public final class Enforcement {
    public static final Enforcement AUTHORIZATION = new Enforcement(Mechanism.AUTHORIZATION, null);
    public static final Enforcement QUOTA = new Enforcement(Mechanism.QUOTA, null);
    public static final Enforcement CONTROLLER = new Enforcement(Mechanism.CONTROLLER, null);
    public static final Enforcement NETWORK_PLUGIN = new Enforcement(Mechanism.NETWORK_PLUGIN, null);
    public static final Enforcement NODE = new Enforcement(Mechanism.NODE, null);
    public static final Enforcement CLUSTER_FILE = new Enforcement(Mechanism.CLUSTER_FILE, null);
    public static final Enforcement RECORD = new Enforcement(Mechanism.RECORD, null);

    /** Pod Security Admission, by the labels of the namespace. */
    public static final Enforcement POD_SECURITY = new Enforcement(Mechanism.ADMISSION, null);

    private final Mechanism mechanism;
    private final @Nullable String policy;

    private Enforcement(Mechanism mechanism, @Nullable String policy) {
        this.mechanism = mechanism;
        this.policy = policy;
    }

    /**
     * A {@link SharedPolicy} of this name, which reads the annotation that it stands beside.
     *
     * <p>Where the cluster's version has no ValidatingAdmissionPolicy, or the profile only warns or audits, the
     * parameter is reported as not enforced; contributors need not ask.
     */
    public static Enforcement by(String sharedPolicy) {
        return new Enforcement(Mechanism.ADMISSION, sharedPolicy);
    }

    public Mechanism mechanism() {
        return mechanism;
    }

    /** The shared policy that decides, where it is not the object itself. */
    public Optional<String> policy() {
        return Optional.ofNullable(policy);
    }
}
