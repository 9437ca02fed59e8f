package io.tilth.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.access.AccountId;
import io.tilth.access.PersonId;
import io.tilth.access.RoleId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountRowTest {

    @Test
    void masksALoginThatIsAPhoneNumber() {
        assertThat(of("13800005678").maskedLogin()).isEqualTo("138****5678");
    }

    @Test
    void showsALoginThatIsAName() {
        assertThat(of("lin.mei").maskedLogin()).isEqualTo("lin.mei");
    }

    private static AccountRow of(String login) {
        return new AccountRow(
                AccountId.next(),
                PersonId.next(),
                login,
                "Lin",
                RoleId.next(),
                AccountState.ACTIVE,
                false,
                Optional.empty(),
                1);
    }
}
