package io.tilth.wecom;

import java.time.Duration;
import java.util.List;

/** How often WeCom lets a company be called, and how much of that is left, counted over all nodes. */
public interface CallQuota {

    /** Takes a call out of the current windows; when nothing is left, tells how long until there is, and takes none. */
    Duration take(CompanyId company, String api);

    /** Notes that WeCom found the limit passed (45009), and tells how long nobody should ask. */
    Duration pause(CompanyId company, String api);

    /** Notes that WeCom answers again. */
    void answered(CompanyId company, String api);

    /** What was called within the current minute and hour, the most used first. */
    List<Used> used(CompanyId company);

    record Used(String api, Span span, long used, long limit) {}

    enum Span {
        MINUTE,
        HOUR
    }
}
