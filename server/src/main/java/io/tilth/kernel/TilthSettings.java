package io.tilth.kernel;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
 * @param workbenchUrl where members open the workbench inside WeCom, when that is not the public URL
 * @param framedBy the one origin that may show those pages in a frame, as the sandbox's phones do; nobody unless told
 */
@ConfigurationProperties("tilth")
public record TilthSettings(
        @DefaultValue("http://localhost:8080") URI publicUrl,
        @DefaultValue("") String encryptionKey,
        @DefaultValue List<String> proxies,
        @DefaultValue(".tilth") Path home,
        @DefaultValue("") String reachUrl,
        @Nullable URI workbenchUrl,
        @Nullable URI framedBy) {

    public URI reach() {
        return reachUrl.isEmpty() ? publicUrl : URI.create(reachUrl);
    }

    /** The address of the workbench. */
    public URI workbench() {
        return Optional.ofNullable(workbenchUrl).orElse(publicUrl);
    }

    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }
}
