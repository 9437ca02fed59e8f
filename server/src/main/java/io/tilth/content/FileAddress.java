package io.tilth.content;

import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where a file is fetched: {@code /f/<tenant>-<file>}. It names its tenant, so that it is looked for there alone. */
public record FileAddress(TenantId tenant, FileId file) {

    private static final Pattern CODE = Pattern.compile("([0-9a-z]{1,12})-([0-9a-f]{32})");
    private static final String FOLDER = "/f/";
    private static final int HALF = 16;

    /** The path of a file of the current tenant, on whichever domain the page stands. */
    public static String path(FileId file) {
        return new FileAddress(TenantScope.current(), file).path();
    }

    /** Empty when the text has not the form of a code. */
    public static Optional<FileAddress> ofCode(String code) {
        var form = CODE.matcher(code);
        if (!form.matches()) {
            return Optional.empty();
        }
        var tenant = new TenantId(Long.parseLong(form.group(1), Character.MAX_RADIX)); // 12 digits fit in a long
        var hex = form.group(2);
        var id = new UUID(
                HexFormat.fromHexDigitsToLong(hex, 0, HALF), HexFormat.fromHexDigitsToLong(hex, HALF, 2 * HALF));
        return Optional.of(new FileAddress(tenant, new FileId(id)));
    }

    /** Empty when the text is not a path of ours. */
    public static Optional<FileAddress> ofPath(String path) {
        return path.startsWith(FOLDER) ? ofCode(path.substring(FOLDER.length())) : Optional.empty();
    }

    public String path() {
        return FOLDER
                + Long.toString(tenant.value(), Character.MAX_RADIX)
                + "-"
                + file.value().toString().replace("-", "");
    }
}
