package io.tilth.sandbox.api;

/** The numbers with which the platform refuses, and their usual words. */
public enum Code {
    BUSY(-1, "system busy"),
    BAD_SECRET(40001, "invalid credential"),
    BAD_USER(40003, "invalid UserID"),
    BAD_MEDIA(40007, "invalid media_id"),
    BAD_CORP(40013, "invalid CorpID"),
    BAD_TOKEN(40014, "invalid access_token"),
    BAD_OAUTH_CODE(40029, "invalid code"),
    BAD_PARAMETER(40058, "invalid Request Parameter"),
    EMPTY_PARAMETER(40063, "some parameters are empty"),
    BAD_URL(40066, "invalid url"),
    BAD_TAG(40068, "invalid tagid"),
    BAD_SUITE_TOKEN(40082, "invalid suite_token"),
    BAD_SUITE(40083, "invalid suite_id"),
    BAD_PERMANENT_CODE(40084, "invalid permanent_code"),
    BAD_SUITE_TICKET(40085, "invalid suite_ticket"),
    BAD_APP(40086, "invalid suite app_id"),
    BAD_CUSTOMER(40096, "invalid external userid"),
    NOT_RESIGNED(40097, "handover user not resigned"),
    NOT_REAL_NAME(40098, "user has not verified real name"),
    CUSTOMER_LIMIT(40099, "takeover user has reached the limit of customers"),
    TRANSFER_UNDER_WAY(40100, "customer is being transferred"),
    MISSING_TOKEN(41001, "access_token missing"),
    MISSING_CORP(41002, "corpid missing"),
    MISSING_SECRET(41004, "corpsecret missing"),
    MISSING_USER(41009, "userid missing"),
    MISSING_CUSTOMER(41035, "missing external userid"),
    CONTACT_WAY_TYPE(41037, "missing contact way type or scene"),
    CONTACT_WAY_BAD_TYPE(41038, "invalid contact way type"),
    CONTACT_WAY_NO_SCENE(41039, "missing contact way scene"),
    CONTACT_WAY_BAD_SCENE(41040, "invalid contact way scene or style"),
    CONTACT_WAY_USERS(41041, "contact way has too many users"),
    CONTACT_WAY_STYLE(41042, "invalid contact way style"),
    CONTACT_WAY_MISSING(41043, "missing config_id"),
    CONTACT_WAY_UNKNOWN(41044, "invalid config_id"),
    CONTACT_WAY_QUOTA(41045, "contact way quota exceeded"),
    MISSING_MESSAGE(41046, "missing msgid"),
    BAD_MESSAGE(41047, "invalid msgid"),
    NOBODY_TO_SEND_TO(41048, "no customer to send"),
    WELCOME_MISSING(41049, "missing welcome_code"),
    WELCOME_INVALID(41050, "invalid welcome_code"),
    WELCOME_CHATTING(41051, "external user has started chatting"),
    NOT_ACTIVATED(41054, "user has not been activated"),
    GROUP_WELCOME_QUOTA(41055, "group welcome template quota exceeded"),
    MASS_SEND_UNDER_WAY(41063, "mass message is being dispatched"),
    ATTACHMENT_SIZE(41064, "invalid attachments size"),
    ATTACHMENT_TYPE(41065, "invalid attachments msgtype"),
    EXPIRED_TOKEN(42001, "access_token expired"),
    EXPIRED_PRE_AUTH_CODE(42007, "pre_auth_code expired"),
    EXPIRED_SUITE_TOKEN(42009, "suite_access_token expired"),
    USED_OAUTH_CODE(42022, "code has been used"),
    CALLBACK_REQUIRED(43012, "require a callback url"),
    EMPTY_MEDIA(44001, "empty media data"),
    BIG_MEDIA(45001, "media size out of limit"),
    TEXT_SIZE(45002, "content size out of limit"),
    TOO_OFTEN(45009, "reach max api daily quota limit"),
    TOO_LONG(45022, "field length exceeds limit"),
    ACCOUNT_QUOTA(45024, "account quota exceeded"),
    TOO_MANY_AT_ONCE(45033, "reach max concurrent api call limit"),
    BAD_JSON(47001, "data format error"),
    API_FORBIDDEN(48002, "API forbidden"),
    SUITE_FORBIDDEN(48003, "invalid suite_id"),
    AUTHORISATION_INVALID(48004, "invalid authorization"),
    REDIRECT_DOMAIN(50001, "redirect_url domain is not configured"),
    OUT_OF_SCOPE(50002, "user is not in the scope of the app"),
    APP_DISABLED(50003, "app is disabled"),
    NO_RIGHT(60011, "no privilege to access/modify contact/party/agent"),
    ADDRESS_FORBIDDEN(60020, "not allow to access from your ip"),
    USER_OUT_OF_SCOPE(60021, "userid is not in the scope"),
    DEPARTMENT_NAME_TAKEN(60008, "department name already exist"),
    NO_SUCH_PARENT(60004, "parent department not found"),
    DEPARTMENT_NOT_EMPTY(60005, "department contains user"),
    DEPARTMENT_HAS_CHILDREN(60006, "department contains sub-department"),
    USER_TAKEN(60102, "UserID already existed"),
    MOBILE_TAKEN(60104, "mobile already existed"),
    NO_SUCH_DEPARTMENT(60123, "invalid party id"),
    NO_SUCH_MOBILE(46004, "user not exist"),
    NO_SUCH_USER(60111, "userid not found"),
    ALL_INVALID(81013, "user & party & tag all invalid"),
    TOO_MANY(81017, "too many items"),
    TICKET_EXPIRED(84014, "user_ticket expired"),
    TICKET_INVALID(84015, "user_ticket invalid"),
    NO_RELATION(84061, "not external contact"),
    NO_CUSTOMER_RIGHT(84074, "no right of external contact"),
    NOT_A_FOLLOWER(84084, "not a follow user of the external contact");

    private final int number;
    private final String text;

    Code(int number, String text) {
        this.number = number;
        this.text = text;
    }

    public int number() {
        return number;
    }

    public ApiError error() {
        return new ApiError(number, text);
    }

    /** With words that say more. */
    public ApiError error(String detail) {
        return new ApiError(number, text + ": " + detail);
    }

    public void unless(boolean fine) {
        if (!fine) {
            throw error();
        }
    }
}
