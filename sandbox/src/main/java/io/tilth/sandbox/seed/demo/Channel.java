package io.tilth.sandbox.seed.demo;

/** How a customer came. */
record Channel(String state, int addWay) {
    static final Channel OLD = new Channel("", 1);
    static final Channel SHARED = new Channel("", 201);
    static final Channel DOUYIN = new Channel("hemuli-online-douyin", 16);
    static final Channel XIAOHONGSHU = new Channel("hemuli-online-xiaohongshu", 1);
    static final Channel MENU = new Channel("hemuli-online-mp-menu", 1);
    static final Channel REFERRAL = new Channel("hemuli-online-referral", 3);

    static Channel shop(int number) {
        return new Channel("hemuli-shop-%02d".formatted(number), 1);
    }

    static Channel estate(int number) {
        return new Channel("hemuli-estate-%02d".formatted(number), 1);
    }

    static Channel event(int number) {
        return new Channel("hemuli-event-%02d".formatted(number), 1);
    }
}
