/** Figures over all wings, each equal to what the rows say. */
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
            "acquisition",
            "automation"
        })
package io.tilth.insight;

import org.springframework.modulith.ApplicationModule;
