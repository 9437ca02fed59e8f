package io.tilth.customer.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.customer.CustomerId;
import io.tilth.customer.StageId;
import io.tilth.customer.Stages;
import io.tilth.customer.Stages.Stage;
import io.tilth.directory.Directories;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantJdbc;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@ServerTest
@Import({KernelProbe.class, Directories.class})
class StagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Directories directories;

    @Autowired
    TenantJdbc jdbc;

    @Autowired
    Stages stages;

    private Probing acme;
    private CustomerId wang;

    @BeforeEach
    void withACustomer() {
        acme = Probing.on(port, "customer:read");
        wang = CustomerId.next();
        in(() -> jdbc.sql("insert into customer.customer (tenant_id, id, name) values (:tenant, :id, '王女士')")
                .param("id", wang.value())
                .update());
    }

    @Test
    void areThereFromTheStartInTheOrderOfTheTrade() {
        assertThat(in(stages::all))
                .extracting(Stage::name)
                .startsWith("新添加", "有互动")
                .hasSize(7);
        assertThat(in(stages::all)).isEqualTo(in(stages::all));
        assertThat(StagePack.of("HOME").names()).contains("已到店/量尺");
    }

    @Test
    void sayInTheTimelineThatACustomerMovedAndStaySilentWhenNot() {
        var all = in(stages::all);
        move(all.get(0).id());
        move(all.get(0).id());
        move(all.get(2).id());
        move(StageId.next());

        assertThat(in(() -> stages.of(List.of(wang)))).containsEntry(wang, all.get(2));
        assertThat(in(() -> jdbc.sql(
                                "select count(*) from customer.interaction where tenant_id = :tenant and kind = 'stage.moved'")
                        .query(Integer.class)
                        .single()))
                .isEqualTo(2);
    }

    private void move(StageId stage) {
        in(() -> {
            stages.move(wang, stage, "stage.by-hand");
            return true;
        });
    }

    private <T> T in(Supplier<T> work) {
        return directories.in(acme.tenant(), work);
    }
}
