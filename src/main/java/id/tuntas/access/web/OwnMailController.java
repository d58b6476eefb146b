package id.tuntas.access.web;

import id.tuntas.access.MailContact;
import id.tuntas.access.MailContacts;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where one gets mail, and in which language. */
@Controller
class OwnMailController {

    private final MailContacts contacts;
    private final AccountPage page;

    OwnMailController(MailContacts contacts, AccountPage page) {
        this.contacts = contacts;
        this.page = page;
    }

    @PostMapping("/akun/surel")
    ModelAndView change(
            @RequestParam String alamat,
            @RequestParam(defaultValue = "false") boolean harian,
            @RequestParam String bahasa,
            Authentication who) {
        try {
            contacts.keepOwn(who.getName(), alamat, harian, bahasa);
            return AccountPage.done("surel");
        } catch (IllegalArgumentException e) {
            return page.wrong(who, "alamat", e.getMessage())
                    .addObject("mail", new MailContact(who.getName(), alamat, harian, bahasa));
        }
    }
}
