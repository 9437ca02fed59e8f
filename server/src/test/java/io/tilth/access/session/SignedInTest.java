package io.tilth.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.access.AccountId;
import io.tilth.access.PersonId;
import io.tilth.kernel.TenantId;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignedInTest {

    private static final TenantId ACME = new TenantId(7);
    private static final AccountId LIN = AccountId.next();

    private final SignedIn anew = SignedIn.anew(PersonId.next());

    @Test
    void isReadAsItWasWritten() {
        for (var signedIn : new SignedIn[] {anew, anew.at(ACME, LIN), anew.visiting(ACME, UUID.randomUUID())}) {
            var session = new HashMap<String, Object>();
            signedIn.write(session::put);

            assertThat(SignedIn.read(session::get)).contains(signedIn);
            assertThat(session.values()).allMatch(value -> value == null || value instanceof String);
        }
    }

    @Test
    void isNobodyInAnEmptySession() {
        assertThat(SignedIn.read(name -> null)).isEmpty();
    }

    @Test
    void isAnotherSessionToStreamsInAnotherPlace() {
        assertThat(anew.at(ACME, LIN).id()).isNotEqualTo(anew.id());
    }

    @Test
    void keepsTheAccountOfTheHouseOnAVisit() {
        var visit = anew.at(TenantId.HOUSE, LIN).visiting(ACME, UUID.randomUUID());

        assertThat(visit.place()).contains(ACME);
        assertThat(visit.homePlace()).contains(TenantId.HOUSE);
        assertThat(visit.home().account()).contains(LIN);
        assertThat(visit.home().support()).isEqualTo(Optional.empty());
        assertThat(visit.isVisiting(ACME)).isTrue();
        assertThat(anew.at(ACME, LIN).isVisiting(ACME)).isFalse();
    }
}
