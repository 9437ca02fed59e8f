/** Brings people in: channel codes 渠道活码 and the plans they are made from, links, and which channel a customer came by. */
@ApplicationModule(
        allowedDependencies = {"customer", "directory", "wecom", "access", "content", "tracking", "messaging"})
package io.tilth.acquisition;

import org.springframework.modulith.ApplicationModule;
