/** Messages to customers, within what the platform and the customers allow: the welcome, later broadcasts and moments. */
@ApplicationModule(allowedDependencies = {"customer", "directory", "wecom", "access", "content", "tracking"})
package io.tilth.messaging;

import org.springframework.modulith.ApplicationModule;
