/**
 * The people outside: who they are, who follows them, their tags, and what happened between them and the company.
 *
 * <p>Says {@link io.tilth.customer.ExternalContactAdded}, {@link io.tilth.customer.FollowEnded},
 * {@link io.tilth.customer.TransferFailed} and {@link io.tilth.customer.CustomersJoined}.
 */
@ApplicationModule(allowedDependencies = {"tenancy", "directory", "wecom"})
package io.tilth.customer;

import org.springframework.modulith.ApplicationModule;
