package io.tilth.kernel.backup;

import io.tilth.kernel.TilthSettings;
import java.time.Clock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a command needs, and nothing of the server: no web, no jobs, no pool. The database alone, which starts when
 * it is first asked for.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!{'', 'operator', 'distribute'}.contains('${tilth.command:}')")
@EnableConfigurationProperties(TilthSettings.class)
@ImportAutoConfiguration(ProjectInfoAutoConfiguration.class)
@Import({BackupCommand.class, Backup.class, Restore.class, OwnerRepository.class, Installation.class})
@ComponentScan(
        basePackages = {"io.tilth.kernel.postgres", "io.tilth.kernel.tenant"},
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(EmbeddedPostgres|Migration)Configuration"))
class BackupConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JsonMapper jsonMapper() {
        return JsonMapper.builder().build();
    }
}
