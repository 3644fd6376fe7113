package io.tenantry.spi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Something installed in the cluster that objects may rest on, by the name that the profile lists. */
public record AddOn(@JsonValue String name) {
    public static final AddOn PROMETHEUS_OPERATOR = new AddOn("prometheus-operator");
    public static final AddOn VELERO = new AddOn("velero");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AddOn {}

    @Override
    public String toString() {
        return name;
    }
}
