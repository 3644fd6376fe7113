package io.tenantry.cli;

import io.tenantry.IsolationLevel;
import io.tenantry.KubernetesVersion;
import io.tenantry.Tenantry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code info -o json} prints.
 *
 * @param features sections with their description
 */
record Installation(
        String name,
        String version,
        Map<String, String> features,
        List<String> supportedIsolationLevels,
        List<String> supportedBillingCycles,
        List<String> supportedResourceTypes,
        List<Module> modules,
        List<String> kubernetesVersions) {

    /** A jar, or a directory of classes, that takes part. */
    record Module(String name, String version, String location) {
        static Module of(Class<?> type) {
            var source = type.getProtectionDomain().getCodeSource();
            var location = source == null ? "" : source.getLocation().getPath();
            var title = type.getPackage().getImplementationTitle();
            return new Module(title == null ? type.getPackageName() : title, Versions.of(type), location);
        }
    }

    static Installation of(Tenantry tenantry) {
        var features = new TreeMap<String, String>();
        var modules = new TreeMap<String, Module>();
        add(Module.of(Main.class), modules);
        add(Module.of(Tenantry.class), modules);
        for (var section : tenantry.sections()) {
            features.put(section.name(), section.description());
            add(Module.of(section.type()), modules);
        }
        return new Installation(
                "tenantry",
                Versions.of(Main.class),
                features,
                Arrays.stream(IsolationLevel.values())
                        .map(IsolationLevel::toString)
                        .toList(),
                List.of(),
                List.of("compute", "storage", "network"),
                modules.values().stream()
                        .sorted(Comparator.comparing(Module::name))
                        .toList(),
                versions());
    }

    private static void add(Module module, Map<String, Module> byLocation) {
        byLocation.put(module.location(), module);
    }

    private static List<String> versions() {
        var versions = new ArrayList<String>();
        var oldest = KubernetesVersion.OLDEST;
        for (int minor = oldest.minor(); minor <= KubernetesVersion.NEWEST.minor(); minor++) {
            versions.add(new KubernetesVersion(oldest.major(), minor).toString());
        }
        return versions;
    }

    String text() {
        var sections = new TextTable("FEATURE", "DESCRIPTION");
        features.forEach(sections::row);
        var jars = new TextTable("MODULE", "VERSION", "LOCATION");
        modules.forEach(module -> jars.row(module.name(), module.version(), module.location()));
        return name + " " + version + ", Kubernetes " + kubernetesVersions.get(0) + " to "
                + kubernetesVersions.get(kubernetesVersions.size() - 1) + "\n\n" + sections + "\n" + jars;
    }
}
