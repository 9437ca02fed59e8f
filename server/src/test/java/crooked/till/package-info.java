/** Uses the shop, which uses it. */
@ApplicationModule(allowedDependencies = {"shop"})
package crooked.till;

import org.springframework.modulith.ApplicationModule;
