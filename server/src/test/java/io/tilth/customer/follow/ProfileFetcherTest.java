package io.tilth.customer.follow;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.tilth.customer.CustomerTags;
import io.tilth.customer.follow.ProfileQueue.Order;
import io.tilth.customer.follow.WantedRepository.Wanted;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomCustomers;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ProfileFetcherTest {

    private static final Order ORDER = new Order(new TenantId(1), CompanyId.next());
    private static final Wanted ONE = new Wanted(UUID.randomUUID(), "wm1", 1, 0);

    private final TenantVisits visits = mock();
    private final WantedProfileService wanted = mock();
    private final WecomCustomers wecom = mock();
    private final ProfileFetcher fetcher =
            new ProfileFetcher(visits, wanted, mock(CustomerTags.class), wecom, Clock.systemUTC());

    /** Such as a secret that was sealed with another key: asked for again at once, it would go round in a circle. */
    @Test
    void putsOffWhatFailsForReasonsOfOurOwn() {
        when(visits.apart(any(), any()))
                .thenAnswer(call -> call.<Supplier<?>>getArgument(1).get());
        when(wanted.due(any(), anyInt())).thenReturn(List.of(ONE), List.of());
        when(wecom.find(any(), any())).thenThrow(new IllegalStateException("sealed with another key"));

        fetcher.fetch(ORDER);

        verify(wanted).fail(eq(ONE), any(IllegalStateException.class));
    }
}
