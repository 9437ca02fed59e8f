package io.tilth.customer.desk;

import io.tilth.customer.CustomerId;
import io.tilth.kernel.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** From a customer to the chat with them in WeCom, and back. */
@RestController
@Needs("customer:read")
class ChatController {

    private final ChatService chats;

    ChatController(ChatService chats) {
        this.chats = chats;
    }

    /** How WeCom calls the customer before whom the caller opens a chat. */
    @GetMapping("/api/v1/customers/{id}/chat")
    CustomerChat chat(@PathVariable CustomerId id) {
        return new CustomerChat(chats.externalId(id));
    }

    /** @param userId as WeCom's JS-SDK calls the customer of the current chat */
    @GetMapping("/api/v1/sidebar/customer")
    ListedCustomer beside(@RequestParam String userId) {
        return chats.beside(userId);
    }

    record CustomerChat(String externalUserId) {}
}
