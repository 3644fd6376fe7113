package io.tenantry.testkit.controlplane;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a control plane differs in from the usual one.
 *
 * <pre>{@code
 * ControlPlaneSettings.usual()
 *         .file("audit.yaml", policy)
 *         .apiServer("--audit-policy-file=audit.yaml", "--audit-log-path=audit.log")
 * }</pre>
 *
 * <p>Immutable. The programs run in the control plane's directory, so that flags name files by their names alone.
 */
public final class ControlPlaneSettings {
    private static final String BINARIES = "TENANTRY_CONTROL_PLANE";
    private static final ControlPlaneSettings USUAL = new ControlPlaneSettings(Map.of(), List.of(), List.of());

    private final Map<String, String> files;
    private final List<String> apiServer;
    private final List<String> controllerManager;

    private ControlPlaneSettings(Map<String, String> files, List<String> apiServer, List<String> controllerManager) {
        this.files = Map.copyOf(files);
        this.apiServer = List.copyOf(apiServer);
        this.controllerManager = List.copyOf(controllerManager);
    }

    public static ControlPlaneSettings usual() {
        return USUAL;
    }

    /** A file with this text in the directory in which the programs run. */
    public ControlPlaneSettings file(String name, String text) {
        var more = new TreeMap<>(files);
        more.put(name, text);
        return new ControlPlaneSettings(more, apiServer, controllerManager);
    }

    /** Further flags of kube-apiserver. */
    public ControlPlaneSettings apiServer(String... flags) {
        return new ControlPlaneSettings(files, joined(apiServer, flags), controllerManager);
    }

    /** Further flags of kube-controller-manager. */
    public ControlPlaneSettings controllerManager(String... flags) {
        return new ControlPlaneSettings(files, apiServer, joined(controllerManager, flags));
    }

    Map<String, String> files() {
        return files;
    }

    List<String> apiServerFlags() {
        return apiServer;
    }

    List<String> controllerManagerFlags() {
        return controllerManager;
    }

    /** The directory of the programs. */
    static Path binaries() {
        var directory = System.getenv(BINARIES);
        if (directory == null) {
            throw new IllegalStateException(
                    BINARIES + " must name the directory of etcd, kube-apiserver and kube-controller-manager");
        }
        return Path.of(directory).toAbsolutePath();
    }

    private static List<String> joined(List<String> flags, String... more) {
        var all = new ArrayList<>(flags);
        all.addAll(List.of(more));
        return all;
    }
}
