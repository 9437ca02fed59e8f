package io.tilth.wecom.connect;

import io.tilth.wecom.Company;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The steps by which a company is connected, in the order in which people take them. */
enum Step {
    CREDENTIALS,
    TRUSTED_ADDRESS,
    SCOPE,
    CUSTOMER_CALLS,
    CALLBACK,
    DOMAIN_FILE,
    OAUTH_DOMAIN,
    JSSDK_DOMAIN,
    DEVELOPER_BINDING,
    SIDEBAR;

    /** Without these nothing would arrive. */
    static final Set<Step> NEEDED = EnumSet.of(CREDENTIALS, CUSTOMER_CALLS, CALLBACK);

    /** Of these WeCom does not tell everything: a person's word must do. */
    private static final Set<Step> DECLARABLE = EnumSet.of(SIDEBAR, OAUTH_DOMAIN, DEVELOPER_BINDING);

    /** A provider has set up its addresses and domains for all companies at once, and gets no UnionID. */
    private static final Set<Step> WITH_A_PROVIDER = EnumSet.of(CREDENTIALS, SCOPE, CUSTOMER_CALLS, CALLBACK, SIDEBAR);

    static List<Step> of(Company.Kind kind) {
        return Stream.of(values())
                .filter(step -> kind == Company.Kind.SELF_BUILT || WITH_A_PROVIDER.contains(step))
                .toList();
    }

    boolean isDeclarable() {
        return DECLARABLE.contains(this);
    }

    boolean isCheckable() {
        return this != SIDEBAR;
    }
}
