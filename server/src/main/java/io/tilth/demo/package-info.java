/**
 * The demo company and its neighbours, for a look around: people, tenants and a little history, all fictional. Loaded
 * once into an empty database, only under the profile {@code demo}, which a production server refuses.
 */
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "access",
            "wecom",
            "directory",
            "customer",
            "content",
            "tracking",
            "acquisition",
            "insight"
        })
package io.tilth.demo;

import org.springframework.modulith.ApplicationModule;
