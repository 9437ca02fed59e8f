package io.tilth.drill.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.drill.check.Told.Beat;
import io.tilth.drill.check.Told.Deed;
import io.tilth.drill.check.Told.Scan;
import io.tilth.drill.check.Told.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Ledgers that were doctored: whoever cheats in one of the three is found out by the two others. */
class CheckerTest {

    private static final String ADD = "change_external_contact|add_external_contact|Lin|wm1|1|s|code";
    private static final String FRIENDSHIP = "corp/lin/wm1";
    private static final Beat BEAT = new Beat("share", 1, 1);
    private static final Beat UNHEARD = new Beat("share", 1, 2);

    private final List<Scan> scans = new ArrayList<>(List.of(new Scan("王", "corp", "lin", "wm1")));
    private final Set<Beat> told = new HashSet<>(Set.of(BEAT, UNHEARD));
    private final Set<Beat> acknowledged = new HashSet<>(Set.of(BEAT));
    private final List<View> views = new ArrayList<>(List.of(new View("share", "customer", "corp", "lin")));
    private final List<Deed> did = new ArrayList<>(List.of(new Deed("done", true), new Deed("unheard", false)));
    private final List<String> surprises = new ArrayList<>();

    private final List<Kept.Callback> callbacks = new ArrayList<>(List.of(new Kept.Callback("corp", ADD, true)));
    private final List<Kept.Friend> friends = new ArrayList<>(List.of(new Kept.Friend(FRIENDSHIP, 1, 1)));
    private final List<Kept.Welcome> welcomes = new ArrayList<>(List.of(new Kept.Welcome(FRIENDSHIP, "SENT", "")));
    private final Map<Beat, Integer> beats = new HashMap<>(Map.of(BEAT, 1));
    private final List<Kept.Alert> alerts = new ArrayList<>(List.of(alert("a1", "customer", "lin", 1)));
    private final List<Kept.Deed> deeds = new ArrayList<>(List.of(new Kept.Deed("done", 1, 1)));

    private final List<Seen.Callback> said = new ArrayList<>(List.of(new Seen.Callback("corp", ADD, "wm1", true)));
    private final Map<String, Integer> greetings = new HashMap<>(Map.of(FRIENDSHIP, 1));
    private final List<Seen.Message> messages = new ArrayList<>(List.of(new Seen.Message("a1", "lin")));

    @Test
    void findsNothingWhereAllThreeAgree() {
        assertThat(findings()).allMatch(Finding::isClean);
        assertThat(finding("beats").promised()).isEqualTo(1);
    }

    @Test
    void findsBeatsThatAreGoneDoubledOrMadeUp() {
        beats.remove(BEAT);
        expect("beats", Finding::lost);
        beats.put(BEAT, 2);
        expect("beats", Finding::duplicated);
        beats.put(BEAT, 1);
        beats.put(UNHEARD, 2);
        expect("beats", Finding::duplicated);
        beats.put(UNHEARD, 1);
        assertThat(findings()).as("stored although nobody heard so").allMatch(Finding::isClean);
        beats.put(new Beat("share", 7, 7), 1);
        expect("beats", Finding::misdelivered);
    }

    @Test
    void findsCallbacksThatAreGoneDoubledLeftOverOrAtSomebodyElses() {
        callbacks.clear();
        expect("callbacks", Finding::lost);
        callbacks.add(new Kept.Callback("corp", ADD, false));
        expect("callbacks", Finding::lost);
        callbacks.set(0, new Kept.Callback("corp", ADD, true));
        callbacks.add(callbacks.getFirst());
        expect("callbacks", Finding::duplicated);
        callbacks.clear();
        callbacks.add(new Kept.Callback("rival", ADD, true));
        expect("callbacks", Finding::misdelivered);
        callbacks.set(0, new Kept.Callback("corp", ADD, true));
        callbacks.add(new Kept.Callback("corp", "never said", true));
        expect("callbacks", Finding::misdelivered);
    }

    @Test
    void takesWhatWecomSaidTwiceForOneCallback() {
        said.add(new Seen.Callback("corp", ADD, "wm1", false));
        assertThat(findings()).allMatch(Finding::isClean);
    }

    @Test
    void promisesNothingForWhatWasNeverAcknowledged() {
        said.set(0, new Seen.Callback("corp", ADD, "wm1", false));
        callbacks.clear();
        friends.clear();
        welcomes.clear();
        greetings.clear();
        assertThat(findings()).allMatch(Finding::isClean);
    }

    @Test
    void findsCustomersThatAreGoneDoubledOrAtSomebodyElses() {
        friends.clear();
        expect("customers", Finding::lost);
        friends.add(new Kept.Friend(FRIENDSHIP, 0, 1));
        expect("customers", Finding::lost);
        friends.set(0, new Kept.Friend(FRIENDSHIP, 1, 2));
        expect("customers", Finding::duplicated);
        friends.set(0, new Kept.Friend(FRIENDSHIP, 1, 1));
        friends.add(new Kept.Friend("corp/zhao/wm1", 1, 1));
        expect("customers", Finding::misdelivered);
    }

    @Test
    void findsWelcomesThatAreGoneDoubledOrNotAsTheRecordSays() {
        greetings.put(FRIENDSHIP, 2);
        expect("welcome", Finding::duplicated);
        greetings.clear();
        expect("welcome", Finding::lost);
        welcomes.set(0, new Kept.Welcome(FRIENDSHIP, "MISSED", "late"));
        assertThat(findings()).as("missed, with the reason").allMatch(Finding::isClean);
        greetings.put(FRIENDSHIP, 1);
        expect("welcome", Finding::misdelivered);
        greetings.clear();
        welcomes.set(0, new Kept.Welcome(FRIENDSHIP, "MISSED", ""));
        expect("welcome", Finding::lost);
        welcomes.set(0, new Kept.Welcome(FRIENDSHIP, "QUEUED", ""));
        expect("welcome", Finding::lost);
        welcomes.clear();
        expect("welcome", Finding::lost);
        greetings.put("corp/zhao/wm9", 1);
        expect("welcome", Finding::misdelivered);
    }

    @Test
    void findsAlertsThatAreGoneDoubledOrAtSomebodyElses() {
        alerts.clear();
        expect("alerts", Finding::lost);
        alerts.add(alert("a1", "customer", "lin", 0));
        expect("alerts", Finding::lost);
        alerts.set(0, alert("a1", "customer", "zhao", 1));
        expect("alerts", Finding::misdelivered);
        alerts.set(0, alert("a1", "customer", "lin", 1));
        alerts.add(alert("a2", "customer", "lin", 1));
        expect("alerts", Finding::duplicated);
        alerts.set(1, alert("a2", "nobody", "lin", 1));
        expect("alerts", Finding::misdelivered);
    }

    @Test
    void findsMessagesThatCameTwiceOrToSomebodyElse() {
        messages.add(messages.getFirst());
        expect("messages", Finding::duplicated);
        messages.set(1, new Seen.Message("a1", "zhao"));
        expect("messages", Finding::misdelivered);
    }

    @Test
    void findsDeedsAndLinesThatAreGoneOrDoubled() {
        deeds.set(0, new Kept.Deed("done", 1, 0));
        expect("deeds", Finding::lost);
        deeds.set(0, new Kept.Deed("done", 1, 2));
        expect("deeds", Finding::duplicated);
        deeds.set(0, new Kept.Deed("done", 2, 2));
        expect("deeds", Finding::duplicated);
        deeds.clear();
        expect("deeds", Finding::lost);
        deeds.add(new Kept.Deed("done", 1, 1));
        deeds.add(new Kept.Deed("unheard", 1, 0));
        expect("deeds", Finding::lost);
    }

    @Test
    void findsAnswersThatNobodyShouldGet() {
        surprises.add("a beat was answered with 404");
        expect("answers", Finding::misdelivered);
    }

    @Test
    void readsCallbacksAsThePlatformWritesThem() {
        var words = Words.of("<xml><Event><![CDATA[change]]></Event><CreateTime>12</CreateTime></xml>");
        assertThat(Words.callback(words)).isEqualTo("change||||12||");
    }

    private void expect(String what, Function<Finding, List<String>> how) {
        assertThat(how.apply(finding(what))).as(what).isNotEmpty();
    }

    private Finding finding(String what) {
        return findings().stream()
                .filter(finding -> finding.what().startsWith(what))
                .findFirst()
                .orElseThrow();
    }

    private List<Finding> findings() {
        return new Checker(
                        new Told(scans, told, acknowledged, views, did, surprises),
                        new Kept(callbacks, friends, welcomes, beats, alerts, deeds),
                        new Seen(said, greetings, messages))
                .findings();
    }

    private static Kept.Alert alert(String id, String customer, String owner, int notices) {
        return new Kept.Alert(id, customer, "corp", owner, List.of(owner), notices);
    }
}
