package id.tuntas.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.tuntas.access.Passkeys;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** An office that names no host for passkeys: their pages are not there. */
class PasskeysOffTest {

    private final Passkeys off = mock(Passkeys.class); // says no to everything
    private final Authentication somebody = new TestingAuthenticationToken("sari", null);
    private final MockMvc pages = MockMvcBuilders.standaloneSetup(
                    new PasskeySignInController(off, null, null, null, null, null),
                    new PasskeyController(off, null, null),
                    new PasskeyRemovalController(off, null, null, null, null))
            .build();

    @Test
    void haveNoPages() throws Exception {
        for (String page : new String[] {"/akun/kunci-sandi", "/akun/kunci-sandi/buat", "/akun/kunci-sandi/x/hapus"}) {
            pages.perform(get(page).principal(somebody)).andExpect(status().isNotFound());
        }
        for (String action : new String[] {
            "/masuk/kunci-sandi/pilihan",
            "/masuk/kunci-sandi",
            "/akun/kunci-sandi",
            "/akun/kunci-sandi/pilihan",
            "/akun/kunci-sandi/buat"
        }) {
            pages.perform(post(action).param("jawaban", "{}").param("nama", "x").principal(somebody))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void areOfferedNowhere() {
        assertThat(new PasskeysOnPages(off).relyingParty()).isNull();
    }
}
