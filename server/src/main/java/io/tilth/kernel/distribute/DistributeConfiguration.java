package io.tilth.kernel.distribute;

import io.tilth.kernel.TilthSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The command and the database, and nothing of the server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "tilth.command", havingValue = "distribute")
@EnableConfigurationProperties(TilthSettings.class)
@Import({DistributeCommand.class, ShapeRepository.class})
@ComponentScan(
        basePackages = {"io.tilth.kernel.postgres"},
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.EmbeddedPostgresConfiguration"))
class DistributeConfiguration {}
