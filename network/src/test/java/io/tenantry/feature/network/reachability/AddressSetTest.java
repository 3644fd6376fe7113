package io.tenantry.feature.network.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressSetTest {
    private static final AddressSet TEN = AddressSet.of(Cidr.parse("10.0.0.0/8"));

    @Test
    void joinsWhatTouches() {
        assertThat(AddressSet.of(Cidr.parse("10.128.0.0/9"), Cidr.parse("10.0.0.0/9"), Cidr.parse("10.3.0.0/16")))
                .isEqualTo(TEN);
    }

    @Test
    void keepsTheFamiliesApart() {
        var all = AddressSet.ALL.minus(AddressSet.of(Cidr.parse("::/0")));

        assertThat(all).isEqualTo(AddressSet.of(Cidr.parse("0.0.0.0/0")));
        assertThat(all.contains(Address.parse("::1"))).isFalse();
    }

    @Test
    void cutsHolesAtTheirBounds() {
        var holed = TEN.minus(AddressSet.of(Cidr.parse("10.1.0.0/16"), Cidr.parse("10.255.255.255/32")));

        assertThat(holed).hasToString("10.0.0.0-10.0.255.255, 10.2.0.0-10.255.255.254");
        assertThat(holed.plus(AddressSet.of(Cidr.parse("10.1.0.0/16"))).and(TEN))
                .isEqualTo(TEN.minus(AddressSet.of(Cidr.parse("10.255.255.255/32"))));
        assertThat(TEN.minus(AddressSet.ALL)).isEqualTo(AddressSet.NONE);
    }
}
