/**
 * The people outside: who they are, who follows them, their tags, and what happened between them and the company.
 *
 * <p>Says {@link io.tilth.customer.ExternalContactAdded} and {@link io.tilth.customer.FollowEnded}.
 */
@ApplicationModule(allowedDependencies = {"directory", "wecom"})
package io.tilth.customer;

import org.springframework.modulith.ApplicationModule;
