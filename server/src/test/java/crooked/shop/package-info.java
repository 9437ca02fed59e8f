/** May use nobody, and does. */
@ApplicationModule(allowedDependencies = {})
package crooked.shop;

import org.springframework.modulith.ApplicationModule;
