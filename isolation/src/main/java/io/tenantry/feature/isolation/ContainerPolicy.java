package io.tenantry.feature.isolation;

import io.tenantry.spi.ClusterView;
import io.tenantry.spi.SharedPolicy;
import io.tenantry.spi.SharedPolicyBuilder;

/**
 * The shared policy on what containers may be on their node: privileges, capabilities, namespaces and ports of the host,
 * AppArmor and SELinux.
 *
 * <p>In part Pod Security says the same; this policy stays where a namespace's Pod Security labels are wrong.
 */
final class ContainerPolicy {
    static final String NAME = "tenantry-containers";

    /** Runtimes read {@code net_admin} and {@code CAP_NET_ADMIN} as NET_ADMIN. */
    private static final String ADDED =
            "variables.containers.map(container, container.?securityContext.?capabilities.?add.orValue([])"
                    + ".map(name, name.upperAscii()).map(name, name.startsWith('CAP_') ? name.substring(4) : name))";

    private static final String IS_RESTRICTED =
            "variables.restricted.exists(entry, entry == 'ALL' || entry == name || name == 'ALL')";

    /** A container's own setting replaces the pod's. */
    private static final String EFFECTIVE =
            "variables.containers.map(container, container.?securityContext.?%1$s.hasValue()"
                    + " ? container.securityContext.%1$s : variables.spec.?securityContext.?%1$s.orValue({}))";

    private static final String TYPES =
            "['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t']";

    private ContainerPolicy() {}

    static SharedPolicy of(ClusterView cluster) {
        var policy = PodPolicies.onPodsAndTemplates(NAME);
        privileges(policy);
        capabilities(policy);
        host(policy);
        profiles(policy);
        return policy.build(cluster);
    }

    private static void privileges(SharedPolicyBuilder policy) {
        policy.annotation("privileged", PodAnnotations.PRIVILEGED_CONTAINERS)
                .variable(
                        "privilegedContainers",
                        "variables.containers.filter(container,"
                                + " container.?securityContext.?privileged.orValue(false)"
                                + " || container.?securityContext.?windowsOptions.?hostProcess.orValue(false))")
                .requires(
                        "variables.privileged == 'allowed' || variables.privilegedContainers.size() == 0",
                        "'container ' + variables.privilegedContainers[0].name"
                                + " + ' is privileged; remove securityContext.privileged and"
                                + " windowsOptions.hostProcess'")
                .requires(
                        "variables.privileged == 'allowed' || variables.containers.size() == 0"
                                + " || !variables.spec.?securityContext.?windowsOptions.?hostProcess.orValue(false)",
                        "'the pod runs as a process of the host; remove securityContext.windowsOptions.hostProcess'");
    }

    private static void capabilities(SharedPolicyBuilder policy) {
        policy.annotation("restrictedCapabilities", PodAnnotations.RESTRICTED_CAPABILITIES)
                .variable("restricted", Cel.lines("restrictedCapabilities"))
                .variable("added", ADDED)
                .requires(
                        "!variables.added.exists(names, names.exists(name, " + IS_RESTRICTED + "))",
                        "'capability ' + variables.added.filter(names, names.exists(name, " + IS_RESTRICTED + "))[0]"
                                + ".filter(name, " + IS_RESTRICTED + ")[0]"
                                + " + ' may not be added here; restricted are: ' + variables.restricted.join(', ')");
    }

    private static void host(SharedPolicyBuilder policy) {
        policy.annotation("hostAccess", PodAnnotations.HOST_ACCESS)
                .variable(
                        "hostNamespaces",
                        "['hostNetwork', 'hostPID', 'hostIPC'].filter(field, variables.spec[?field].orValue(false)"
                                + " && !variables.oldSpec[?field].orValue(false))")
                .variable(
                        "hostPorts",
                        "variables.containers.map(container, container.?ports.orValue([])"
                                + ".filter(port, port.?hostPort.orValue(0) != 0)).filter(ports, ports.size() > 0)")
                .requires(
                        "variables.hostAccess == 'allowed' || variables.hostNamespaces.size() == 0",
                        "'the pod shares a namespace of its node; remove ' + variables.hostNamespaces.join(', ')")
                .requires(
                        "variables.hostAccess == 'allowed' || variables.hostPorts.size() == 0",
                        "'port ' + string(variables.hostPorts[0][0].hostPort) + ' of the node is taken; remove"
                                + " hostPort and use a Service'");
    }

    private static void profiles(SharedPolicyBuilder policy) {
        policy.annotation("appArmor", PodAnnotations.APP_ARMOR)
                .annotation("level", PodAnnotations.SELINUX_LEVEL)
                .variable("appArmorProfiles", EFFECTIVE.formatted("appArmorProfile"))
                .variable("seLinuxOptions", EFFECTIVE.formatted("seLinuxOptions"))
                .requires(
                        "variables.appArmor != 'required' || variables.appArmorProfiles.all(profile,"
                                + " profile.?type.orValue('') in ['RuntimeDefault', 'Localhost'])",
                        "'a container runs without an AppArmor profile; set securityContext.appArmorProfile.type to"
                                + " RuntimeDefault'")
                .requires(
                        "variables.level == '' || variables.seLinuxOptions.all(options,"
                                + " options.?level.orValue('') == variables.level)",
                        "'a container has another SELinux level than this tenant; set"
                                + " securityContext.seLinuxOptions.level to ' + variables.level")
                .requires(
                        "variables.level == '' || variables.seLinuxOptions.all(options,"
                                + " options.?type.orValue('') in " + TYPES + ")",
                        "'an SELinux type that levels do not confine; remove securityContext.seLinuxOptions.type'");
    }
}
