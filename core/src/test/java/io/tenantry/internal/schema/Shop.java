package io.tenantry.internal.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.tenantry.Amount;
import io.tenantry.IsolationLevel;
import io.tenantry.KubernetesVersion;
import io.tenantry.spi.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A section with a key of every type that a config record may have. */
public record Shop(
        @JsonPropertyDescription("Over the door.") @Nullable String sign,
        Boolean open,
        Integer doors,
        Long visitors,
        BigDecimal discount,
        Amount floor,
        @Nullable KubernetesVersion version,
        Size size,
        Address address,
        List<String> staff,
        List<Shelf> shelves,
        List<List<String>> shifts,
        Map<String, Amount> prices,
        Map<String, Shelf> rooms,
        Port port) {

    static final Section<Shop> SECTION = Section.named("shop", Shop.class, Shop::defaults)
            .describedAs("What is sold")
            .withShorthand("sign", "floor", "address")
            .withProfile(new Street("High Street", List.of()));

    public enum Size {
        SMALL,
        @JsonProperty("VeryLarge")
        LARGE
    }

    public record Address(String street, @Nullable Integer number) {}

    public record Shelf(String goods, @Nullable Integer boards) {}

    public record Street(String name, List<Address> houses) {}

    /** Written {@code 80/TCP} or as a mapping. */
    public record Port(Integer number, @Nullable String protocol) {
        @JsonCreator
        public static Port parse(String text) {
            var parts = text.split("/", -1);
            return new Port(Integer.valueOf(parts[0]), parts[1]);
        }
    }

    private static Shop defaults(IsolationLevel level) {
        return new Shop(
                null,
                true,
                level == IsolationLevel.STRICT ? 1 : 2,
                10L,
                new BigDecimal("0.15"),
                Amount.gibibytes(1),
                level == IsolationLevel.PERMISSIVE ? null : KubernetesVersion.DEFAULT,
                Size.LARGE,
                new Address("Main Street", null),
                List.of("ann"),
                List.of(new Shelf("tea", 3)),
                List.of(),
                Map.of("tea", Amount.of("2")),
                Map.of(),
                new Port(80, "TCP"));
    }
}
