package io.tilth.tracking.reach;

/** What a reader finds wrong. */
record Complaint(Reason reason, String text, String reach) {

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_REACH = 60;

    Complaint {
        text = cut(text.strip(), LONGEST_TEXT);
        reach = cut(reach.strip(), LONGEST_REACH);
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }

    enum Reason {
        DISTURBING,
        FALSE,
        RIGHTS,
        OTHER
    }
}
