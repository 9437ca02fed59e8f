package io.tilth.content;

import java.util.List;

/** What the house and the company want looked at before customers read it. */
public interface Wording {

    /** Whether everything is looked at, whatever it says. */
    boolean alwaysReviewed();

    /** The words that want a second look, each once for a place, in the order in which they stand. */
    List<Finding> check(List<Passage> passages);

    /** @param place where it stands: {@code title}, {@code description}, {@code text}, or the number of a page */
    record Passage(String place, String text) {}

    /** @param around the word with what stands next to it */
    record Finding(String word, Claim claim, String place, String around) {}

    /** What is wrong about a word. */
    enum Claim {
        /** 诱导分享、关注: the platform closes pages for it. */
        INDUCEMENT,
        /** 绝对化用语: the advertising law forbids it. */
        ABSOLUTE,
        /** 医疗功效. */
        MEDICAL,
        /** 收益承诺. */
        FINANCIAL,
        /** The company's own. */
        OWN
    }
}
