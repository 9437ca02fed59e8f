package io.tilth.access;

import io.tilth.directory.MemberId;

/** Which role somebody gets who comes in by WeCom for the first time. */
public interface RoleRules {

    RoleId roleFor(MemberId member);
}
