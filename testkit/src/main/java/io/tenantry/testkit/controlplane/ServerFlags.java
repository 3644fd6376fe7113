package io.tenantry.testkit.controlplane;

import java.util.ArrayList;
import java.util.List;

/**
 * How the programs of a control plane are called. They share a directory, so files and etcd's sockets have plain names;
 * the API server's port is the only one.
 */
record ServerFlags(int port, ControlPlaneSettings settings) {
    private static final String ETCD = "unix://etcd.sock:0";
    private static final String PEER = "unix://peer.sock:0";

    /** Keeps nothing through a power cut, which tests do not survive either. */
    List<String> etcd() {
        return List.of(
                "--name=etcd",
                "--data-dir=etcd",
                "--unsafe-no-fsync",
                "--log-level=warn",
                "--listen-client-urls=" + ETCD,
                "--advertise-client-urls=" + ETCD,
                "--listen-peer-urls=" + PEER,
                "--initial-advertise-peer-urls=" + PEER,
                "--initial-cluster=etcd=" + PEER);
    }

    List<String> apiServer() {
        var flags = new ArrayList<>(List.of(
                "--etcd-servers=unix:etcd.sock:0",
                "--bind-address=127.0.0.1",
                "--secure-port=" + port,
                "--cert-dir=.",
                "--tls-cert-file=server.crt",
                "--tls-private-key-file=server.key",
                "--client-ca-file=ca.crt",
                "--service-account-key-file=tokens.pub",
                "--service-account-signing-key-file=tokens.key",
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-cluster-ip-range=10.0.0.0/16",
                "--authorization-mode=Node,RBAC",
                "--allow-privileged=true"));
        flags.addAll(settings.apiServerFlags());
        return flags;
    }

    /** Without the controllers of clouds, and without a port of its own. */
    List<String> controllerManager() {
        var flags = new ArrayList<>(List.of(
                "--kubeconfig=controller-manager.kubeconfig",
                "--use-service-account-credentials",
                "--service-account-private-key-file=tokens.key",
                "--root-ca-file=ca.crt",
                "--cluster-signing-cert-file=ca.crt",
                "--cluster-signing-key-file=ca.key",
                "--secure-port=0",
                "--leader-elect=false",
                "--controllers=*,-nodeipam,-cloud-node-lifecycle-controller"));
        flags.addAll(settings.controllerManagerFlags());
        return flags;
    }
}
