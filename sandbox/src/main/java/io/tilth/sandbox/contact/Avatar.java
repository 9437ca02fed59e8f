package io.tilth.sandbox.contact;

import io.javalin.http.Context;
import io.tilth.sandbox.world.World;

/** A face for everybody: a colour of their own and the first character of the name. */
public final class Avatar {
    private static final String SVG = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" rx="12" \
            fill="hsl(%d 42%% 52%%)"/><text x="48" y="50" fill="#fff" font-size="44" font-family="sans-serif" \
            text-anchor="middle" dominant-baseline="central">%s</text></svg>""";

    private final World world;

    public Avatar(World world) {
        this.world = world;
    }

    public void show(Context http) {
        String id = http.pathParam("id");
        String name = world.find(Person.class, id).map(Person::name).orElse(id);
        String letter = new String(Character.toChars(name.isEmpty() ? '?' : name.codePointAt(0)));
        String escaped = letter.replace("&", "&amp;").replace("<", "&lt;");
        http.contentType("image/svg+xml").result(SVG.formatted(Math.floorMod(id.hashCode(), 360), escaped));
    }
}
