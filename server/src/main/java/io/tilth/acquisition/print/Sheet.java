package io.tilth.acquisition.print;

/** What is printed: each card is a page of its own, trimmed to size, as print shops want it. */
enum Sheet {
    /** 台卡, stands on a counter. */
    CARD(100, 150),
    /** 贴纸, sticks on a door or a box. */
    STICKER(80, 80);

    private static final float POINTS_A_MILLIMETRE = 72 / 25.4f;

    private final float width;
    private final float height;

    Sheet(int widthMillimetres, int heightMillimetres) {
        this.width = millimetres(widthMillimetres);
        this.height = millimetres(heightMillimetres);
    }

    float width() {
        return width;
    }

    float height() {
        return height;
    }

    static float millimetres(float length) {
        return length * POINTS_A_MILLIMETRE;
    }
}
