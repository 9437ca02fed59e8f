package io.tilth.kernel.tenant;

import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.IngestJdbc;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantScope;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts both locks in place: the tenant named in each statement, and the tenant told to each transaction. */
@Configuration(proxyBeanMethods = false)
class TenantConfiguration {

    @Bean
    TenantTransactionManager transactionManager(DataSource dataSource) {
        return new TenantTransactionManager(dataSource);
    }

    @Bean
    TenantJdbc tenantJdbc(JdbcClient jdbc) {
        return statement -> {
            var tenant = TenantScope.current();
            if (!TenantTransactionManager.tenant().equals(Optional.of(tenant))) {
                throw new IllegalStateException("The transaction began for another tenant than " + tenant + ".");
            }
            return jdbc.sql(statement).param("tenant", tenant.value());
        };
    }

    @Bean
    GlobalJdbc globalJdbc(JdbcClient jdbc) {
        return statement -> {
            TenantTransactionManager.tenant();
            return jdbc.sql(statement);
        };
    }

    @Bean
    IngestJdbc ingestJdbc(JdbcClient jdbc) {
        return (tenants, statement) -> {
            if (TenantTransactionManager.tenant().isPresent()) {
                throw new IllegalStateException("Rows of several tenants go in without a tenant in scope.");
            }
            // As with the tenant itself: SET takes no parameters, and numbers smuggle nothing in.
            jdbc.sql("set local tilth.ingest_tenants = '{%s}'".formatted(numbers(tenants)))
                    .update();
            return jdbc.sql(statement);
        };
    }

    private static String numbers(Set<TenantId> tenants) {
        return tenants.stream().map(tenant -> Long.toString(tenant.value())).collect(Collectors.joining(","));
    }

    /** Work handed to another thread stays with the tenant that handed it over. */
    @Bean
    TaskDecorator tenantTaskDecorator() {
        return task -> TenantScope.find()
                .<Runnable>map(tenant -> () -> TenantScope.of(tenant).run(task))
                .orElse(task);
    }
}
