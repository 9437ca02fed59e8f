package io.tilth.kernel.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tilth.ServerTest;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantScope;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.TaskDecorator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
@Import(KernelProbe.class)
class TenantScopeTest {

    private static final TenantId ACME = new TenantId(910_001);
    private static final TenantId GLOBEX = new TenantId(910_002);
    private static final String COUNT = "select count(*) from kernel.audit where tenant_id = :tenant";

    @Autowired
    TenantJdbc jdbc;

    @Autowired
    GlobalJdbc global;

    @Autowired
    JdbcClient bare;

    @Autowired
    Audit audit;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TaskDecorator decorator;

    @Test
    void showsEachTenantItsOwnRowsOnly() {
        long before = as(GLOBEX, this::count);

        as(ACME, () -> note("mine"));

        assertThat(as(ACME, this::count)).isPositive();
        assertThat(as(GLOBEX, this::count)).isEqualTo(before);
    }

    @Test
    void hidesEverythingFromAServiceThatForgotItsTenant() {
        as(ACME, () -> note("mine"));

        long seen = apart().execute(status ->
                bare.sql("select count(*) from kernel.audit").query(Long.class).single());

        assertThat(seen).isZero();
    }

    @Test
    void refusesSqlOutsideATransactionOrScope() {
        assertThatIllegalStateException().isThrownBy(() -> TenantScope.of(ACME).call(this::count));
        assertThatIllegalStateException().isThrownBy(() -> apart().execute(status -> count()));
        assertThatIllegalStateException().isThrownBy(() -> global.sql("select 1"));
    }

    @Test
    void refusesAScopeOtherThanTheTransactions() {
        assertThatIllegalStateException()
                .isThrownBy(() -> as(ACME, () -> TenantScope.of(GLOBEX).call(this::count)))
                .withMessageContaining("began for another tenant");
    }

    @Test
    void keepsNestedTransactionsOfTwoTenantsApart() {
        as(ACME, () -> note("outer"));

        as(ACME, () -> {
            as(GLOBEX, () -> note("inner"));
            return note("outer again");
        });

        assertThat(as(GLOBEX, this::count)).isPositive();
        assertThat(as(ACME, this::count)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void refusesToWriteForAnotherTenant() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> as(
                        ACME,
                        () -> bare.sql("""
                                insert into kernel.audit (tenant_id, id, at, actor_kind, actor_name, action)
                                values (:tenant, gen_random_uuid(), now(), 'SYSTEM', 'x', 'x')
                                """).param("tenant", GLOBEX.value()).update()))
                .havingRootCause()
                .withMessageContaining("row-level security");
    }

    @Test
    void keepsTheTrailAsItWasWritten() {
        as(ACME, () -> note("mine"));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> as(
                        ACME,
                        () -> jdbc.sql("delete from kernel.audit where tenant_id = :tenant")
                                .update()))
                .havingRootCause()
                .withMessageContaining("permission denied");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> as(
                        ACME,
                        () -> jdbc.sql("update kernel.audit set action = 'x' where tenant_id = :tenant")
                                .update()))
                .havingRootCause()
                .withMessageContaining("permission denied");
    }

    @Test
    void takesTheTenantAlongToAnotherThread() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var task = TenantScope.of(ACME)
                    .call(() -> decorator.decorate(() -> as(TenantScope.current(), () -> note("x"))));
            threads.submit(task).get();
        }
        assertThat(as(ACME, this::count)).isPositive();
    }

    @Test
    void neverLeaksBetweenManyThreadsOnFewConnections() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 400)
                    .mapToObj(number -> threads.submit(() -> {
                        var tenant = new TenantId(920_000 + number % 20);
                        return as(tenant, () -> {
                            note("n");
                            return bare.sql("select count(distinct tenant_id) from kernel.audit")
                                    .query(Long.class)
                                    .single();
                        });
                    }))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(1);
            }
        }
    }

    private long count() {
        return jdbc.sql(COUNT).query(Long.class).single();
    }

    private long note(String what) {
        audit.note("test." + what.replace(' ', '-'), Subject.of("test", what));
        return 1;
    }

    private <T> T as(TenantId tenant, Supplier<T> work) {
        return TenantScope.of(tenant).call(() -> apart().execute(status -> work.get()));
    }

    private TransactionTemplate apart() {
        var template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }
}
