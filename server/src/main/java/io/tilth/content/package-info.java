/** Materials 素材 that members send and customers read: articles, documents, posters and links. */
@ApplicationModule(allowedDependencies = {"customer", "directory", "wecom", "access"})
package io.tilth.content;

import org.springframework.modulith.ApplicationModule;
