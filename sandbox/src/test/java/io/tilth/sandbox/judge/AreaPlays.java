package io.tilth.sandbox.judge;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tilth.sandbox.tag.Tag;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** The plays of one area of the platform, and how they ask it. */
abstract class AreaPlays {
    static final String CONTACT = "/cgi-bin/externalcontact/";

    private final Map<String, Play> plays = new HashMap<>();
    private final Bench bench;

    AreaPlays(Bench bench) {
        this.bench = bench;
    }

    /** Names each sample of the area, with its play. */
    abstract void play();

    final Map<String, Play> all() {
        play();
        return plays;
    }

    final Bench bench() {
        return bench;
    }

    void answer(String name, Callable<JsonElement> play, String... without) {
        plays.put(name, new Play(() -> Fields.ofAll(play.call()), Set.of(without)));
    }

    /** The fields of a question that was not refused. */
    JsonElement asked(String path, String question) throws Exception {
        post(path, question);
        return read(question.replace('\'', '"'));
    }

    JsonObject post(String path, String json) throws Exception {
        return read(bench.cp().post(bench.api(path), json.replace('\'', '"')));
    }

    JsonObject get(String path, String query) throws Exception {
        return read(bench.cp().get(bench.api(path), query));
    }

    static JsonObject read(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    static JsonElement both(JsonElement one, JsonElement other) {
        var array = new JsonArray();
        array.add(one);
        array.add(other);
        return array;
    }

    // With what

    String tagOf() {
        var group = bench.sandbox().actors().admins().openTags(bench.corpId(), "组" + System.nanoTime(), List.of("高"));
        return bench.sandbox()
                .world()
                .table(Tag.class)
                .under(bench.corpId() + "/")
                .filter(tag -> tag.group().equals(group.id()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    String media(int use) throws Exception {
        var in = new ByteArrayInputStream(Pictures.png());
        if (use == 0) {
            return bench.cp().getMediaService().upload("image", in, "a.png").getMediaId();
        }
        return bench.cp()
                .getExternalContactService()
                .uploadAttachment("image", "png", use, in)
                .getMediaId();
    }

    String file(String kind, byte[] bytes) throws Exception {
        return bench.cp()
                .getMediaService()
                .upload(kind, new ByteArrayInputStream(bytes), "a." + kind)
                .getMediaId();
    }
}
