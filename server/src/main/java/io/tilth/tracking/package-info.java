/**
 * Shares of materials, who reads them, and who is told: tracked links, the pages behind them, visits, alerts.
 *
 * <p>Says {@link io.tilth.tracking.VisitMoved} and {@link io.tilth.tracking.ShareSent}.
 */
@ApplicationModule(allowedDependencies = {"tenancy", "customer", "directory", "wecom", "access", "content"})
package io.tilth.tracking;

import org.springframework.modulith.ApplicationModule;
