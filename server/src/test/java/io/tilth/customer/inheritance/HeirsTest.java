package io.tilth.customer.inheritance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Heirs;
import io.tilth.directory.MemberId;
import io.tilth.wecom.WecomTransfers.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HeirsTest extends InheritanceKit {

    @Autowired
    Heirs heirs;

    @Test
    void takeThePlaceOfWhoLeftFromTheHandOverOn() {
        var first = friends.getFirst().customer();
        assertThat(heir(Optional.of(first))).isEmpty();
        leaves(zhou);
        send(Kind.RESIGNED, zhou, chen, friends.subList(0, 3), false);
        send(Kind.RESIGNED, zhou, lin, friends.subList(3, 9), false);

        assertThat(heir(Optional.of(first))).contains(chen.id());
        assertThat(heir(Optional.of(CustomerId.next()))).contains(lin.id());
        assertThat(heir(Optional.empty())).contains(lin.id());

        leaves(lin);
        assertThat(heir(Optional.empty())).contains(chen.id());
    }

    private Optional<MemberId> heir(Optional<CustomerId> customer) {
        return directories.in(acme, () -> heirs.of(zhou.id(), customer));
    }
}
