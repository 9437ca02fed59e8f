package io.tilth.kernel.tenant;

import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantScope;
import java.util.Optional;
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

    /** Work handed to another thread stays with the tenant that handed it over. */
    @Bean
    TaskDecorator tenantTaskDecorator() {
        return task -> TenantScope.find()
                .<Runnable>map(tenant -> () -> TenantScope.of(tenant).run(task))
                .orElse(task);
    }
}
