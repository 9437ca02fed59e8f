package io.tilth.access.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.tilth.access.Links.Issued;
import io.tilth.access.PersonId;
import io.tilth.access.Persons;
import io.tilth.access.RoleId;
import io.tilth.access.Roles;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.event.ApplicationReadyEvent;

class FirstOperatorTest {

    private final LinkService links = mock();
    private final Persons persons = mock();
    private final Roles roles = mock();
    private final TenantVisits visits = mock();
    private final FirstOperator first = new FirstOperator(links, persons, roles, visits);

    @BeforeEach
    void furnish() {
        when(visits.system(any(), any()))
                .thenAnswer(call -> call.<Supplier<?>>getArgument(1).get());
        when(roles.administrator()).thenReturn(RoleId.next());
        when(links.invite(any(), any()))
                .thenReturn(new Issued("1", URI.create("https://crm.example.com/join#secret"), Instant.EPOCH));
    }

    @Test
    void isInvitedOnTheConsoleOfAnEmptyHouse() {
        when(persons.of(TenantId.HOUSE)).thenReturn(List.of());

        assertThat(printed()).containsOnlyOnce("https://crm.example.com/join#secret");

        verify(links).revokeInvitationsOfTheSystem();
    }

    @Test
    void isInvitedByNobodyOnceSomebodyIsThere() {
        when(persons.of(TenantId.HOUSE)).thenReturn(List.of(PersonId.next()));

        assertThat(printed()).isEmpty();

        verify(links, never()).invite(any(), any());
    }

    private String printed() {
        var console = System.out;
        var paper = new ByteArrayOutputStream();
        System.setOut(new PrintStream(paper));
        try {
            first.on(mock(ApplicationReadyEvent.class));
        } finally {
            System.setOut(console);
        }
        return paper.toString();
    }
}
