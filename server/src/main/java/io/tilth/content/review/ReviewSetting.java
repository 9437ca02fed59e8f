package io.tilth.content.review;

import java.util.List;

/**
 * How closely a company looks at its materials before customers read them.
 *
 * @param always everything is looked at, whatever it says
 * @param own words of its own that want a second look
 * @param allowed words of the house's list that it lives with
 */
record ReviewSetting(boolean always, List<String> own, List<String> allowed, int version) {

    static final ReviewSetting USUAL = new ReviewSetting(false, List.of(), List.of(), 0);

    ReviewSetting {
        own = tidy(own);
        allowed = tidy(allowed);
    }

    private static List<String> tidy(List<String> words) {
        return words.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
