package io.tilth.tracking;

/** How sure it is who reads. */
public enum Certainty {
    /** 本人: identified by WeChat. */
    SELF,
    /** 疑似本人: the first device on a one-to-one link. */
    LIKELY,
    /** 访客: nobody knows. */
    VISITOR
}
