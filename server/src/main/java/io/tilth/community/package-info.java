/** Customer group chats, as WeCom has them: who owns them, who is in them. */
@ApplicationModule(allowedDependencies = {"customer", "directory", "wecom"})
package io.tilth.community;

import org.springframework.modulith.ApplicationModule;
