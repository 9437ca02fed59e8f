package io.tilth.access.link;

import io.tilth.access.Links.Issued;
import io.tilth.access.Operators;
import io.tilth.access.Persons;
import io.tilth.access.Roles;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** There are no default accounts: who can read the server's console becomes the first operator, by a one-time link. */
@Component
class FirstOperator implements Operators {

    private final LinkService links;
    private final Persons persons;
    private final Roles roles;
    private final TenantVisits visits;

    FirstOperator(LinkService links, Persons persons, Roles roles, TenantVisits visits) {
        this.links = links;
        this.persons = persons;
        this.roles = roles;
        this.visits = visits;
    }

    @Override
    public Issued inviteOperator(String name) {
        return visits.system(TenantId.HOUSE, () -> links.invite(name, roles.administrator()));
    }

    @Override
    public boolean any() {
        return !persons.of(TenantId.HOUSE).isEmpty();
    }

    /** After everything that may have made one, such as the demo. A link printed at an earlier start ends now. */
    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (!any()) {
            visits.system(TenantId.HOUSE, () -> {
                links.revokeInvitationsOfTheSystem();
                return true;
            });
            print(inviteOperator("平台管理员"));
        }
    }

    /** To the console and not to the log, which others may read: whoever has the link runs the house. */
    private static void print(Issued issued) {
        System.out.printf("""

                Nobody runs this Tilth yet. Open this link to become its first operator.
                It works once, until %s:

                    %s

                """, issued.expiresAt(), issued.link());
    }
}
