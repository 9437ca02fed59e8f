/**
 * Who works here: departments, members and shops, as WeCom has them.
 *
 * <p>Says {@link io.tilth.directory.MemberJoined} and {@link io.tilth.directory.MemberLeft}.
 */
@ApplicationModule(allowedDependencies = "wecom")
package io.tilth.directory;

import org.springframework.modulith.ApplicationModule;
