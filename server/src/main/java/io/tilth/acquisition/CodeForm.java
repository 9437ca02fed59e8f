package io.tilth.acquisition;

/** In which form a channel code leads to somebody. It is chosen once: what is printed says it. */
public enum CodeForm {
    /** 直连码: WeCom's own code and WeCom's choice at the scan; we keep the list, so caps are approximate. */
    DIRECT,
    /** 引导页码: a page of ours chooses one member, exactly, and shows that member's code. One step more. */
    GUIDED,
    /** 获客链接: WeCom's link for advertisements and chats; each friend takes one of the company's quota. */
    LINK;

    /** Whether a page of ours stands before it. */
    public boolean hasPage() {
        return this != DIRECT;
    }
}
