package io.tilth.wecom.connect;

import io.tilth.kernel.Refusal;
import java.util.regex.Pattern;

/** The file by which WeCom sees that a domain is its company's own. */
record DomainFile(String name, String content) {

    private static final Pattern NAME = Pattern.compile("WW_verify_[A-Za-z0-9]{1,40}\\.txt");

    /** WeCom puts a short code into the file; nothing else is served under our name. */
    private static final Pattern CONTENT = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    DomainFile {
        name = name.strip();
        content = content.strip();
        Refusal.unless(NAME.matcher(name).matches(), "wecom-domain-file-name-not-valid");
        Refusal.unless(CONTENT.matcher(content).matches(), "wecom-domain-file-content-not-valid");
    }
}
