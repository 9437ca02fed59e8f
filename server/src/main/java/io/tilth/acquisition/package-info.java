/**
 * Brings people in: channel codes 渠道活码 and the plans they are made from, links, and which channel a customer came by.
 *
 * <p>Hears {@link io.tilth.customer.ExternalContactAdded}, says {@link io.tilth.acquisition.CustomerAcquired}.
 */
@ApplicationModule(
        allowedDependencies = {"tenancy", "customer", "directory", "wecom", "access", "content", "tracking", "messaging"
        })
package io.tilth.acquisition;

import org.springframework.modulith.ApplicationModule;
