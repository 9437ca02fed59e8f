/**
 * The WeCom channel: companies that are connected, callbacks in, calls out, tokens, quota and sync.
 *
 * <p>The only module that knows the WeCom client. Callbacks go up to whoever implements
 * {@link io.tilth.wecom.CallbackConsumer}, pieces of a sync to {@link io.tilth.wecom.SyncPart}. Says
 * {@link io.tilth.wecom.CompanyConnected} and {@link io.tilth.wecom.CompanyClosed}.
 */
@ApplicationModule(allowedDependencies = "tenancy")
package io.tilth.wecom;

import org.springframework.modulith.ApplicationModule;
