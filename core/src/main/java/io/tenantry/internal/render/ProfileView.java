package io.tenantry.internal.render;

import io.tenantry.ClusterProfile;
import io.tenantry.spi.ClusterView;
import java.util.Map;

/** The profile and the features' parts of it, by type. */
record ProfileView(ClusterProfile profile, Map<Class<?>, Record> sections) implements ClusterView {

    @Override
    public <P extends Record> P profile(Class<P> type) {
        var section = sections.get(type);
        if (section == null) {
            throw new IllegalArgumentException(
                    "no section declares the profile type " + type.getName() + "; call Section.withProfile");
        }
        return type.cast(section);
    }
}
