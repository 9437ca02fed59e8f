package io.tilth.kernel.backup;

import io.tilth.kernel.TilthSettings;
import io.tilth.kernel.backup.Manifest.Content;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;

/** What a backup must know of the installation that it comes from, or goes to. */
class Installation {

    private final TilthSettings settings;
    private final Clock clock;
    private final String version;

    Installation(TilthSettings settings, Clock clock, ObjectProvider<BuildProperties> build) {
        this.settings = settings;
        this.clock = clock;
        this.version = build.stream()
                .findFirst()
                .map(properties -> String.valueOf(properties.getVersion()))
                .orElse("development");
    }

    Manifest manifest(Map<String, List<String>> migrations, List<Content> tables, Map<String, Long> sequences) {
        return new Manifest(Manifest.FORMAT, version, clock.instant().toString(), key(), migrations, tables, sequences);
    }

    /** Eight bytes of a hash: enough to notice another key, useless for finding it. */
    String key() {
        var hash = BackupFile.digest()
                .digest(("tilth backup " + settings.encryptionKey()).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 8);
    }
}
