/**
 * The people outside: who they are, who follows them, their tags, and what happened between them and the company.
 *
 * <p>Says {@link io.tilth.customer.ExternalContactAdded}, {@link io.tilth.customer.FollowEnded} and
 * {@link io.tilth.customer.TransferFailed}.
 */
@ApplicationModule(allowedDependencies = {"directory", "wecom"})
package io.tilth.customer;

import org.springframework.modulith.ApplicationModule;
