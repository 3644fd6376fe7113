package io.tenantry.internal.bind;

import static io.tenantry.sample.Yaml.input;
import static io.tenantry.sample.Yaml.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.tenantry.ContributorException;
import io.tenantry.Tenantry;
import io.tenantry.spi.ManifestContributor;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;
import org.junit.jupiter.api.Test;

/** Types that a config may have of its own. */
class ValueTypeTest {

    /** Neither this class nor the record is public. */
    record Colour(String name) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Colour parse(String name) {
            return new Colour(name);
        }
    }

    record Paint(Colour colour) {}

    /** Its factory belongs to an instance, which there is none of. */
    static final class Shade {
        @JsonCreator
        public Shade parse(String name) {
            return name.isEmpty() ? this : new Shade();
        }
    }

    record Shades(Shade shade) {}

    @Test
    void readsTypesThatAreNotPublic() {
        var contributor = new Silent<>(Paint.class, new Paint(new Colour("red")));
        var view = Tenantry.of(contributor)
                .render(input(tenant("silent: {colour: green}")))
                .views(contributor.section())
                .get(0);
        assertThat(view.config()).isEqualTo(new Paint(new Colour("green")));
    }

    @Test
    void saysAtOnceWhichTypeCannotBeRead() {
        var contributor = new Silent<>(Shades.class, new Shades(new Shade()));
        assertThatThrownBy(() -> Tenantry.of(contributor))
                .isInstanceOf(ContributorException.class)
                .hasMessageContaining("has a config that cannot be read: " + Shades.class.getName()
                        + ".shade has the type " + Shade.class.getName() + " but must be String, ");
    }

    private record Silent<C>(Class<C> type, C defaults) implements ManifestContributor<C> {
        @Override
        public Section<C> section() {
            return Section.named("silent", type, level -> defaults);
        }

        @Override
        public Manifests contribute(TenantView<C> tenant) {
            return Manifests.none();
        }
    }
}
