package id.tuntas.access.web;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Shows an administrator the address at which somebody sets his password. */
final class NewPasswordLink {

    private NewPasswordLink() {}

    /** The token is in this one answer only; a redirect carries it there without an address that could be kept. */
    static void show(String token, RedirectAttributes once) {
        once.addFlashAttribute(
                "link",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/masuk/sandi")
                        .queryParam("kode", token)
                        .toUriString());
    }
}
