package io.tenantry.feature.isolation;

import io.tenantry.spi.SharedPolicy;
import io.tenantry.spi.SharedPolicyBuilder;

/**
 * What containers may be on their node: privileges, capabilities, namespaces and ports of the host,
 * AppArmor and SELinux.
 *
 * <p>In part Pod Security says the same; these rules stay where a namespace's Pod Security labels are wrong.
 */
final class ContainerRules {
    private static final String IS_PRIVILEGED = "(container.?securityContext.?privileged.orValue(false)"
            + " || container.?securityContext.?windowsOptions.?hostProcess.orValue(false))";

    /** Runtimes read {@code net_admin} and {@code CAP_NET_ADMIN} as NET_ADMIN. */
    private static final String ADDED =
            "variables.containers.filter(container, container.?securityContext.?capabilities.?add.hasValue())"
                    + ".map(container, container.securityContext.capabilities.add"
                    + ".map(name, name.upperAscii()).map(name, name.startsWith('CAP_') ? name.substring(4) : name))";

    private static final String IS_RESTRICTED = Cel.entries(PodAnnotations.RESTRICTED_CAPABILITIES)
            + ".exists(entry, entry != '' && (entry == 'ALL' || entry == name || name == 'ALL'))";

    /** A container's own setting replaces the pod's. */
    private static final String EFFECTIVE =
            "variables.containers.map(container, container.?securityContext.?%1$s.hasValue()"
                    + " ? container.securityContext.%1$s : variables.spec.?securityContext.?%1$s.orValue({}))";

    private static final String HOST_NAMESPACES = "['hostNetwork', 'hostPID', 'hostIPC'].%s(field,"
            + " variables.spec[?field].orValue(false) && !variables.oldSpec[?field].orValue(false))";

    private static final String HOST_PORTS = "container.?ports.orValue([]).%s(port, port.?hostPort.orValue(0) != 0)";

    private static final String TYPES =
            "['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t']";

    private ContainerRules() {}

    static void add(SharedPolicyBuilder policy) {
        privileges(policy);
        capabilities(policy);
        host(policy);
        profiles(policy);
    }

    private static void privileges(SharedPolicyBuilder policy) {
        var allowed = SharedPolicy.setting(PodAnnotations.PRIVILEGED_CONTAINERS) + " == 'allowed'";
        policy.requires(
                        allowed + " || !variables.containers.exists(container, " + IS_PRIVILEGED + ")",
                        "'container ' + variables.containers.filter(container, " + IS_PRIVILEGED + ")[0].name"
                                + " + ' is privileged; remove securityContext.privileged and"
                                + " windowsOptions.hostProcess'")
                .requires(
                        allowed + " || !variables.spec.?securityContext.?windowsOptions.?hostProcess.orValue(false)"
                                + " || variables.containers == []",
                        "'the pod runs as a process of the host; remove securityContext.windowsOptions.hostProcess'");
    }

    private static void capabilities(SharedPolicyBuilder policy) {
        policy.variable("added", ADDED)
                .requires(
                        "!variables.containers.exists(container,"
                                + " container.?securityContext.?capabilities.?add.hasValue())"
                                + " || !variables.added.exists(names, names.exists(name, " + IS_RESTRICTED + "))",
                        "'capability ' + variables.added.filter(names, names.exists(name, " + IS_RESTRICTED + "))[0]"
                                + ".filter(name, " + IS_RESTRICTED + ")[0]"
                                + " + ' may not be added here; restricted are: ' + "
                                + Cel.listedEntries(PodAnnotations.RESTRICTED_CAPABILITIES));
    }

    private static void host(SharedPolicyBuilder policy) {
        var allowed = SharedPolicy.setting(PodAnnotations.HOST_ACCESS) + " == 'allowed'";
        policy.requires(
                        allowed + " || !" + HOST_NAMESPACES.formatted("exists"),
                        "'the pod shares a namespace of its node; remove ' + " + HOST_NAMESPACES.formatted("filter")
                                + ".join(', ')")
                .requires(
                        allowed + " || !variables.containers.exists(container, " + HOST_PORTS.formatted("exists") + ")",
                        "'port ' + string(variables.containers.filter(container, " + HOST_PORTS.formatted("exists")
                                + ").map(container, " + HOST_PORTS.formatted("filter") + ")[0][0].hostPort)"
                                + " + ' of the node is taken; remove hostPort and use a Service'");
    }

    private static void profiles(SharedPolicyBuilder policy) {
        var level = SharedPolicy.setting(PodAnnotations.SELINUX_LEVEL);
        var seLinuxOptions = EFFECTIVE.formatted("seLinuxOptions");
        policy.requires(
                        SharedPolicy.setting(PodAnnotations.APP_ARMOR) + " != 'required'"
                                + " || " + EFFECTIVE.formatted("appArmorProfile") + ".all(profile,"
                                + " profile.?type.orValue('') in ['RuntimeDefault', 'Localhost'])",
                        "'a container runs without an AppArmor profile; set securityContext.appArmorProfile.type to"
                                + " RuntimeDefault'")
                .requires(
                        level + " == '' || " + seLinuxOptions + ".all(options, options.?level.orValue('') == " + level
                                + ")",
                        "'a container has another SELinux level than this tenant; set"
                                + " securityContext.seLinuxOptions.level to ' + " + level)
                .requires(
                        level + " == '' || " + seLinuxOptions + ".all(options, options.?type.orValue('') in " + TYPES
                                + ")",
                        "'an SELinux type that levels do not confine; remove securityContext.seLinuxOptions.type'");
    }
}
