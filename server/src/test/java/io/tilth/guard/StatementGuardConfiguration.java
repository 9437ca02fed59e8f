package io.tilth.guard;

import io.tilth.guard.statement.GuardedDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Puts the statement guard before the server's pool; {@link StatementGuardExtension} fails tests that it caught. */
@TestConfiguration(proxyBeanMethods = false)
public class StatementGuardConfiguration {

    @Bean
    static BeanPostProcessor guardStatements() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool && !(bean instanceof GuardedDataSource)
                        ? GuardedDataSource.of(pool)
                        : bean;
            }
        };
    }
}
