package io.tenantry.feature.isolation;

import io.tenantry.spi.SharedPolicyBuilder;

/**
 * What containers may be on their node: privileges, capabilities, namespaces and ports of the host,
 * AppArmor and SELinux.
 *
 * <p>In part Pod Security says the same; these rules stay where a namespace's Pod Security labels are wrong.
 */
final class ContainerRules {
    /** Runtimes read {@code net_admin} and {@code CAP_NET_ADMIN} as NET_ADMIN. */
    private static final String ADDED =
            "variables.containers.filter(container, container.?securityContext.?capabilities.?add.hasValue())"
                    + ".map(container, container.securityContext.capabilities.add"
                    + ".map(name, name.upperAscii()).map(name, name.startsWith('CAP_') ? name.substring(4) : name))";

    private static final String IS_RESTRICTED =
            "variables.restricted.exists(entry, entry == 'ALL' || entry == name || name == 'ALL')";

    /** A container's own setting replaces the pod's. */
    private static final String EFFECTIVE =
            "variables.containers.map(container, container.?securityContext.?%1$s.hasValue()"
                    + " ? container.securityContext.%1$s : variables.spec.?securityContext.?%1$s.orValue({}))";

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
        var allowed = PodsPolicy.setting(PodAnnotations.PRIVILEGED_CONTAINERS) + " == 'allowed'";
        policy.variable(
                        "privilegedContainers",
                        "variables.containers.filter(container,"
                                + " container.?securityContext.?privileged.orValue(false)"
                                + " || container.?securityContext.?windowsOptions.?hostProcess.orValue(false))")
                .requires(
                        allowed + " || variables.privilegedContainers == []",
                        "'container ' + variables.privilegedContainers[0].name"
                                + " + ' is privileged; remove securityContext.privileged and"
                                + " windowsOptions.hostProcess'")
                .requires(
                        allowed + " || !variables.spec.?securityContext.?windowsOptions.?hostProcess.orValue(false)"
                                + " || variables.containers == []",
                        "'the pod runs as a process of the host; remove securityContext.windowsOptions.hostProcess'");
    }

    private static void capabilities(SharedPolicyBuilder policy) {
        policy.variable("restricted", PodsPolicy.lines(PodAnnotations.RESTRICTED_CAPABILITIES))
                .variable("added", ADDED)
                .requires(
                        "variables.added == [] || !variables.added.exists(names, names.exists(name, " + IS_RESTRICTED
                                + "))",
                        "'capability ' + variables.added.filter(names, names.exists(name, " + IS_RESTRICTED + "))[0]"
                                + ".filter(name, " + IS_RESTRICTED + ")[0]"
                                + " + ' may not be added here; restricted are: ' + variables.restricted.join(', ')");
    }

    private static void host(SharedPolicyBuilder policy) {
        var allowed = PodsPolicy.setting(PodAnnotations.HOST_ACCESS) + " == 'allowed'";
        policy.variable(
                        "hostNamespaces",
                        "['hostNetwork', 'hostPID', 'hostIPC'].filter(field, variables.spec[?field].orValue(false)"
                                + " && !variables.oldSpec[?field].orValue(false))")
                .variable(
                        "hostPorts",
                        "variables.containers.filter(container, has(container.ports)).map(container,"
                                + " container.ports.filter(port, port.?hostPort.orValue(0) != 0))"
                                + ".filter(ports, ports != [])")
                .requires(
                        allowed + " || variables.hostNamespaces == []",
                        "'the pod shares a namespace of its node; remove ' + variables.hostNamespaces.join(', ')")
                .requires(
                        allowed + " || variables.hostPorts == []",
                        "'port ' + string(variables.hostPorts[0][0].hostPort) + ' of the node is taken; remove"
                                + " hostPort and use a Service'");
    }

    private static void profiles(SharedPolicyBuilder policy) {
        var level = PodsPolicy.setting(PodAnnotations.SELINUX_LEVEL);
        policy.variable("appArmorProfiles", EFFECTIVE.formatted("appArmorProfile"))
                .variable("seLinuxOptions", EFFECTIVE.formatted("seLinuxOptions"))
                .requires(
                        PodsPolicy.setting(PodAnnotations.APP_ARMOR) + " != 'required'"
                                + " || variables.appArmorProfiles.all(profile,"
                                + " profile.?type.orValue('') in ['RuntimeDefault', 'Localhost'])",
                        "'a container runs without an AppArmor profile; set securityContext.appArmorProfile.type to"
                                + " RuntimeDefault'")
                .requires(
                        level + " == '' || variables.seLinuxOptions.all(options, options.?level.orValue('') == " + level
                                + ")",
                        "'a container has another SELinux level than this tenant; set"
                                + " securityContext.seLinuxOptions.level to ' + " + level)
                .requires(
                        level + " == '' || variables.seLinuxOptions.all(options, options.?type.orValue('') in " + TYPES
                                + ")",
                        "'an SELinux type that levels do not confine; remove securityContext.seLinuxOptions.type'");
    }
}
