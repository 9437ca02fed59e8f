package io.tilth.messaging;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowId;
import io.tilth.directory.MemberId;
import io.tilth.wecom.CompanyId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Greets new friends with 好友欢迎语: never twice, and once whenever the platform's 20 seconds allow. */
public interface Welcomes {

    /** Sends after the current transaction; whatever comes of it is recorded, and the member is told when it was missed. */
    void greet(Greeting greeting);

    /**
     * @param code lets one message greet, until 20 s after {@code at}; empty when WeCom gave none
     * @param completes the member has added back, so the customer may have been greeted already
     */
    record Greeting(
            CompanyId company,
            CustomerId customer,
            FollowId follow,
            MemberId member,
            Optional<String> code,
            boolean completes,
            Instant at,
            Words words) {}

    /**
     * @param text with {@code {客户}}, {@code {称呼}}, {@code {门店}}, {@code {门店电话}} and {@code {素材}} filled in when it is
     *     sent; a sentence that names what nobody knows is left out
     * @param materials each as a share of its own for this very customer; with the rest at most 9
     */
    record Words(String text, List<MaterialId> materials, List<Attachment> attachments) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Attachment.Picture.class, name = "PICTURE"),
        @JsonSubTypes.Type(value = Attachment.Link.class, name = "LINK"),
        @JsonSubTypes.Type(value = Attachment.MiniProgram.class, name = "MINI_PROGRAM")
    })
    sealed interface Attachment {

        record Picture(WelcomePictureId picture) implements Attachment {}

        record Link(String title, String description, URI url, Optional<URI> picture) implements Attachment {}

        record MiniProgram(String title, String appId, String page, WelcomePictureId picture) implements Attachment {}
    }
}
