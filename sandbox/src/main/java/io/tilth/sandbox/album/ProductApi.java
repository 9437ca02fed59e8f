package io.tilth.sandbox.album;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.media.MediaApi;
import io.tilth.sandbox.world.Change;
import java.time.Instant;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /cgi-bin/externalcontact/..product_album}. */
public final class ProductApi implements Area {
    private static final String PATH = "/cgi-bin/externalcontact/";
    private static final int DEAREST = 50_000_00;
    private static final int PICTURES = 9;

    private final Platform platform;
    private final MediaApi media;

    public ProductApi(Platform platform, MediaApi media) {
        this.platform = platform;
        this.media = media;
    }

    @Override
    public void enter(Routes routes) {
        routes.write(PATH + "add_product_album", this::add)
                .write(PATH + "update_product_album", this::update)
                .write(PATH + "delete_product_album", this::delete)
                .read(PATH + "get_product_album", this::get)
                .read(PATH + "get_product_album_list", this::list);
    }

    private Answer add(Call call, Change change) {
        Code.EMPTY_PARAMETER.unless(call.has("description") && call.has("price") && call.has("attachments"));
        var blank = new Product(
                call.corp().id(),
                platform.ids().id("product_"),
                call.app().agent(),
                "",
                "",
                0,
                Json.array(Stream.of()),
                platform.clock().instant());
        var product = written(call, blank);
        change.put(product);
        return Answer.of("product_id", product.id());
    }

    private Answer update(Call call, Change change) {
        change.put(written(call, own(call)));
        return Answer.ok();
    }

    private Answer delete(Call call, Change change) {
        change.remove(own(call));
        return Answer.ok();
    }

    private Answer get(Call call) {
        return Answer.of("product", json(own(call)));
    }

    private Answer list(Call call) {
        int limit = call.limit(50, 100);
        var page = platform.world()
                .table(Product.class)
                .under(call.corp().id() + "/", call.key(call.text("cursor")))
                .limit(limit + 1L)
                .toList();
        boolean more = page.size() > limit;
        var shown = more ? page.subList(0, limit) : page;
        return Answer.of(
                "product_list",
                shown.stream().map(ProductApi::json),
                "next_cursor",
                more ? shown.getLast().id() : "");
    }

    /** The product with the fields that the call brings in place of its own. */
    private Product written(Call call, Product old) {
        String sn = call.has("product_sn") ? call.text("product_sn") : old.sn();
        Code.BAD_PARAMETER.unless(sn.matches("[A-Za-z0-9]{0,128}"));
        long price = call.number("price", old.price());
        Code.BAD_PARAMETER.unless(price >= 0 && price <= DEAREST);
        String description = call.has("description") ? call.text("description", 300) : old.description();
        var pictures = call.has("attachments") ? pictures(call) : old.attachments();
        return new Product(old.corp(), old.id(), old.agent(), sn, description, price, pictures, old.createdAt());
    }

    private ArrayNode pictures(Call call) {
        var pictures = call.body().path("attachments");
        Code.ATTACHMENT_SIZE.unless(pictures.size() <= PICTURES);
        for (var picture : pictures) {
            Code.ATTACHMENT_TYPE.unless(picture.path("type").asString("").equals("image"));
            var file = media.need(
                    call.corp().id(), picture.path("image").path("media_id").asString(""));
            Code.BAD_MEDIA.unless(file.use() == 2);
        }
        return (ArrayNode) pictures;
    }

    private Product own(Call call) {
        return platform.world()
                .find(Product.class, call.key(call.text("product_id")))
                .filter(product -> product.agent() == call.app().agent())
                .orElseThrow(() -> Code.BAD_PARAMETER.error("product_id"));
    }

    private static ObjectNode json(Product product) {
        Instant made = product.createdAt();
        return Json.object(
                "product_id", product.id(),
                "product_sn", Json.orNull(product.sn()),
                "description", product.description(),
                "price", product.price(),
                "create_time", made,
                "attachments", product.attachments());
    }
}
