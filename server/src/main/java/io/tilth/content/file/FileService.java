package io.tilth.content.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.toMap;

import io.tilth.content.FileId;
import io.tilth.content.Files;
import io.tilth.content.MaterialId;
import io.tilth.content.Materials;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantScope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class FileService implements Files {

    /** Small, since an export holds two hundred rows in memory. */
    static final int PIECE = 64 * 1024;

    private static final int MOST_DOCUMENT = 20 * 1024 * 1024;
    private static final int LONGEST_NAME = 120;
    private static final Duration UNUSED_KEPT = Duration.ofDays(2);
    private static final byte[] PDF = "%PDF-".getBytes(US_ASCII);

    private final FileRepository files;
    private final Clock clock;

    FileService(FileRepository files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Stored> find(FileId id) {
        return files.findAll(Set.of(id)).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<FileId, Stored> findAll(Collection<FileId> ids) {
        return files.findAll(ids).stream().collect(toMap(Stored::id, stored -> stored));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Materials.File> read(FileId id) {
        return find(id).map(stored -> {
            var bytes = new ByteArrayOutputStream(stored.bytes());
            files.pieces(id).forEach(bytes::writeBytes);
            return new Materials.File(stored.contentType(), bytes.toByteArray());
        });
    }

    @Override
    public Stored keepPicture(String name, InputStream bytes) {
        var picture = Picture.of(all(bytes));
        return keep(picture.contentType(), name, picture.bytes(), picture.width(), picture.height(), Optional.empty());
    }

    @Override
    public Stored keepPage(FileId document, Page page) {
        return keep("image/jpeg", "", page.jpeg(), page.width(), page.height(), Optional.of(document));
    }

    @Override
    public Stored keepDocument(String name, InputStream bytes) {
        var id = FileId.next();
        files.insert(stored(id, "application/pdf", name, 0, 0, 0), Optional.empty(), clock.instant());
        int length = 0;
        try {
            int number = 0;
            for (var piece = bytes.readNBytes(PIECE); piece.length > 0; piece = bytes.readNBytes(PIECE)) {
                Refusal.unless(number > 0 || startsAsPdf(piece), "document-not-pdf");
                length += piece.length;
                if (length > MOST_DOCUMENT) {
                    throw Refusal.of(Refusal.Kind.TOO_LARGE, "document-too-large");
                }
                files.insertPiece(id, number++, piece);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        Refusal.unless(length > 0, "document-not-pdf");
        files.updateBytes(id, length);
        return stored(id, "application/pdf", name, length, 0, 0);
    }

    @Override
    public void use(MaterialId material, Set<FileId> used) {
        files.use(material, used);
    }

    @Override
    public void open(MaterialId material, Set<FileId> opened) {
        files.use(material, opened);
        files.open(material, opened);
    }

    @Override
    public void close(MaterialId material) {
        files.open(material, Set.of());
    }

    @Override
    public void release(MaterialId material) {
        files.release(material);
    }

    /** The file, when whoever asks may have it. */
    @Transactional(readOnly = true)
    public Optional<Shown> show(FileId id) {
        boolean open = files.isOpen(id);
        return find(id).filter(stored -> open || isReader()).map(stored -> new Shown(stored, open));
    }

    @Transactional(readOnly = true)
    public Optional<byte[]> piece(FileId id, int number) {
        return files.piece(id, number);
    }

    public void sweep() {
        files.deleteUnused(clock.instant().minus(UNUSED_KEPT));
    }

    private static boolean isReader() {
        return Caller.find()
                .filter(caller -> caller.tenant().equals(TenantScope.current()))
                .filter(caller -> caller.may("material:read"))
                .isPresent();
    }

    private Stored keep(String type, String name, byte[] bytes, int width, int height, Optional<FileId> partOf) {
        var stored = stored(FileId.next(), type, name, bytes.length, width, height);
        files.insert(stored, partOf, clock.instant());
        for (int number = 0; number * PIECE < bytes.length; number++) {
            int end = Math.min(bytes.length, (number + 1) * PIECE);
            files.insertPiece(stored.id(), number, Arrays.copyOfRange(bytes, number * PIECE, end));
        }
        return stored;
    }

    private static Stored stored(FileId id, String type, String name, int bytes, int width, int height) {
        var plain = name.replaceAll("[\\p{Cntrl}\"\\\\/]", "").strip();
        return new Stored(id, type, plain.substring(0, Math.min(plain.length(), LONGEST_NAME)), bytes, width, height);
    }

    private static byte[] all(InputStream bytes) {
        try {
            var all = bytes.readNBytes(Picture.MOST_BYTES + 1);
            if (all.length > Picture.MOST_BYTES) {
                throw Refusal.of(Refusal.Kind.TOO_LARGE, "picture-too-large");
            }
            return all;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static boolean startsAsPdf(byte[] piece) {
        return piece.length >= PDF.length && Arrays.equals(piece, 0, PDF.length, PDF, 0, PDF.length);
    }

    /** @param open for everybody's eyes */
    record Shown(Stored file, boolean open) {}
}
