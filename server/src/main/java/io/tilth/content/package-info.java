/**
 * Materials 素材 that members send and customers read: articles, documents, posters and links.
 *
 * <p>What customers read is a published version; {@link io.tilth.content.Materials} hands it out.
 */
@ApplicationModule(allowedDependencies = {"tenancy", "customer", "directory", "wecom", "access"})
package io.tilth.content;

import org.springframework.modulith.ApplicationModule;
