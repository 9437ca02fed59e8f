/**
 * Who works here: departments, members and shops, as WeCom has them; who rests; and what members are told.
 *
 * <p>Says {@link io.tilth.directory.MemberJoined} and {@link io.tilth.directory.MemberLeft}.
 */
@ApplicationModule(allowedDependencies = {"tenancy", "wecom"})
package io.tilth.directory;

import org.springframework.modulith.ApplicationModule;
