package io.tilth.guard.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tilth.ServerTest;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In the running server the guard hears modules and frameworks, and knows them apart. */
@ServerTest
class ServerStatementsTest {

    @Autowired
    private DataSource pool;

    @Autowired
    private Audit audit;

    @Autowired
    private Live live;

    @Test
    void hearsModules() {
        TenantScope.of(new TenantId(1)).run(() -> {
            audit.note("guard.heard", Subject.of("guard", 1));
            live.push(Recipient.EVERYBODY, "guard", "1");
        });
        assertThat(heard(Speaker.module("kernel", "audit"), "insert into kernel.audit"))
                .isTrue();
        assertThat(heard(Speaker.module("kernel", "live"), "insert into kernel.live_signal"))
                .isTrue();
    }

    @Test
    void hearsFrameworks() {
        await().until(() -> heard(Speaker.framework(), "from kernel.scheduled_tasks"));
    }

    private boolean heard(Speaker speaker, String part) {
        return ((GuardedDataSource) pool)
                .guard().heard().stream()
                        .filter(said -> Objects.equals(said.speaker(), speaker))
                        .anyMatch(said -> said.sql().contains(part));
    }
}
