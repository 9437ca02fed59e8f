package io.tilth.customer.inheritance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.customer.CustomerId;
import io.tilth.customer.inheritance.Item.State;
import io.tilth.wecom.WecomTransfers;
import io.tilth.wecom.WecomTransfers.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant DUE = NOW.plus(Duration.ofHours(24));
    private static final Item WANG = item(Optional.of(CustomerId.next()), Optional.empty());
    private static final Item GROUP = item(Optional.empty(), Optional.of(UUID.randomUUID()));

    @ParameterizedTest
    @CsvSource({"0, WAITING", "40100, WAITING", "40099, AT_LIMIT", "40096, FAILED", "84061, FAILED"})
    void comesToWhatWecomAnswersOfACustomer(int code, State state) {
        assertThat(WANG.started(code, NOW).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"0, DONE", "90504, DONE", "90503, FAILED"})
    void comesToWhatWecomAnswersOfAGroup(int code, State state) {
        assertThat(GROUP.started(code, NOW).state()).isEqualTo(state);
    }

    @Test
    void waitsADayForTheCustomerToRefuse() {
        assertThat(WANG.started(0, NOW).effectiveAt()).contains(DUE);
    }

    @Test
    void isNotDoneBeforeItTakesEffect() {
        var waiting = WANG.started(0, NOW);
        var later = DUE.plusSeconds(30);

        assertThat(learned(waiting, WecomTransfers.State.DONE, later, NOW.plusSeconds(60)))
                .hasValueSatisfying(item -> {
                    assertThat(item.state()).isEqualTo(State.WAITING);
                    assertThat(item.effectiveAt()).contains(later);
                });
        assertThat(learned(waiting, WecomTransfers.State.DONE, later, later)
                        .orElseThrow()
                        .state())
                .isEqualTo(State.DONE);
    }

    @Test
    void tellsWhyItDidNotGo() {
        var waiting = WANG.started(0, NOW);

        assertThat(learned(waiting, WecomTransfers.State.REFUSED, DUE, NOW)
                        .orElseThrow()
                        .reason())
                .contains("customer_refused");
        assertThat(learned(waiting, WecomTransfers.State.AT_LIMIT, DUE, NOW)
                        .orElseThrow()
                        .state())
                .isEqualTo(State.AT_LIMIT);
    }

    @Test
    void isGivenUpWhenNobodyKnowsOfItTwoDaysAfterItWasDue() {
        var waiting = WANG.started(0, NOW);

        assertThat(waiting.learned(Optional.empty(), DUE.plus(Duration.ofHours(47))))
                .isEmpty();
        assertThat(waiting.learned(Optional.empty(), DUE.plus(Duration.ofHours(49)))
                        .orElseThrow()
                        .reason())
                .contains("no-record");
    }

    private static Optional<Item> learned(Item item, WecomTransfers.State state, Instant takeover, Instant now) {
        return item.learned(Optional.of(new Result(item.wecomId(), state, Optional.of(takeover))), now);
    }

    private static Item item(Optional<CustomerId> customer, Optional<UUID> group) {
        return new Item(
                UUID.randomUUID(),
                UUID.randomUUID(),
                customer,
                group,
                "wm1",
                "",
                State.QUEUED,
                Optional.empty(),
                NOW,
                Optional.empty());
    }
}
