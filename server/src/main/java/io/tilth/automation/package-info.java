/** What members should do next: the list of the day, later tasks and SOPs. */
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "customer",
            "directory",
            "wecom",
            "access",
            "content",
            "tracking",
            "messaging",
            "acquisition"
        })
package io.tilth.automation;

import org.springframework.modulith.ApplicationModule;
