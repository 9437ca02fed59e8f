package io.tilth.kernel;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The installation's own settings.
 *
 * @param publicUrl the address that links, cookies and the content policy use, such as {@code https://crm.example.com}
 * @param encryptionKey 32 bytes in Base64 that seal secrets at rest; losing it loses those secrets
 * @param proxies addresses of reverse proxies whose forwarded headers count; none unless told
 * @param home folder of the embedded database and its binaries
 * @param reachUrl the address of what customers read, where a company has no domain of its own for it; the public
 *     address unless told
 */
@ConfigurationProperties("tilth")
public record TilthSettings(
        @DefaultValue("http://localhost:8080") URI publicUrl,
        @DefaultValue("") String encryptionKey,
        @DefaultValue List<String> proxies,
        @DefaultValue(".tilth") Path home,
        @DefaultValue("") String reachUrl) {

    public URI reach() {
        return reachUrl.isEmpty() ? publicUrl : URI.create(reachUrl);
    }

    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }
}
