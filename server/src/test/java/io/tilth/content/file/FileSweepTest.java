package io.tilth.content.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.content.FileId;
import io.tilth.content.MaterialId;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantVisits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
@Import(KernelProbe.class)
class FileSweepTest {

    @LocalServerPort
    int port;

    @Autowired
    TenantVisits visits;

    @Autowired
    FileService files;

    @Autowired
    JdbcClient jdbc;

    @Test
    void removesUploadsThatCameToNothingAndNothingElse() {
        var acme = Probing.on(port, "material:read");
        var used = in(acme, this::keep);
        var unused = in(acme, this::keep);
        in(
                acme,
                () -> jdbc.sql("update content.file set created_at = '2026-01-01Z' where tenant_id = :tenant")
                        .param("tenant", acme.tenant().value())
                        .update());
        var fresh = in(acme, this::keep);

        in(acme, () -> {
            files.use(MaterialId.next(), Set.of(used));
            files.sweep();
            return true;
        });

        assertThat(in(acme, () -> files.findAll(Set.of(used, unused, fresh)))).containsOnlyKeys(used, fresh);
        assertThat(in(acme, () -> files.piece(unused, 0))).isEmpty();
    }

    private FileId keep() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return files.keepPicture("a.png", new ByteArrayInputStream(bytes.toByteArray()))
                .id();
    }

    private <T> T in(Probing who, Supplier<T> work) {
        return visits.system(who.tenant(), work);
    }
}
