package io.tenantry.feature.network.reachability;

/** One end of a connection. */
public sealed interface Endpoint permits Pod, Outside {}
