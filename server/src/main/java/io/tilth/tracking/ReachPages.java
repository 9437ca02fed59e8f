package io.tilth.tracking;

import java.net.URI;

/** What the current tenant decided about the pages that its customers read. */
public interface ReachPages {

    /** Where a tracked link leads: on the tenant's own domain, if it has one. */
    URI address(String code);

    Identification identification();

    /** Whether a reader's name is found out. */
    enum Identification {
        /** 静默识别: as far as WeChat tells without asking; never asked. */
        SILENT,
        /** 关键动作时询问: silently, and asked on a tap that needs a name. */
        ON_TAP,
        /** 不识别: everybody is a visitor. */
        NEVER
    }
}
