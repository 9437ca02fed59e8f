package io.tilth.directory.member;

/** How WeCom sees a member. */
enum MemberStatus {
    /** Only the id was ever heard of, such as from news about a customer. */
    UNKNOWN,
    ACTIVE,
    DISABLED,
    NOT_ACTIVATED,
    LEFT;

    /** By WeCom's number. */
    static MemberStatus of(String number) {
        return switch (number) {
            case "1" -> ACTIVE;
            case "2" -> DISABLED;
            case "4" -> NOT_ACTIVATED;
            case "5" -> LEFT;
            default -> UNKNOWN;
        };
    }
}
