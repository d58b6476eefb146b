package id.tuntas.access;

import static id.tuntas.access.SignInTest.location;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.engine.Identities;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing in with an account of an OpenID Connect provider. */
@ProductionTest
class WithoutDemoOidcTest {

    @LocalServerPort
    int port;

    @Autowired
    Household household;

    @Autowired
    Identities identities;

    @Autowired
    Accounts accounts;

    @Test
    void isOfferedOnTheSignInPage() {
        assertThat(Visitor.on(port).get("/login").body())
                .contains("Masuk lewat Akun Pemkab", "/oauth2/authorization/penyedia");
    }

    @Test
    void makesANewPersonWithTheGroupsAndDistrictsTheConfigurationKnows() {
        // without any, Camunda would lead to its first-run page, which is shut
        household.someone(Identities.ADMINISTRATORS);
        var visitor = Visitor.on(port);
        assertThat(location(signIn(visitor, "s-1", "Maria.Goreti@mabar.example", List.of("pekerja-sosial", "lain"))))
                .contains("tasklist");
        assertThat(identities.groupsOf("maria-goreti")).containsExactly("peksos");
        assertThat(identities.districtsOf("maria-goreti")).containsExactly("manggarai-barat");
        assertThat(visitor.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"maria-goreti\"");
        assertThat(visitor.get("/akun").body()).contains("maria-goreti").doesNotContain("Kata sandi lama");
    }

    @Test
    void takesGroupsAwayThatTheProviderNoLongerNames() {
        signIn(Visitor.on(port), "s-2", "yosef", List.of("pekerja-sosial", "pengawas"), "mfa");
        assertThat(identities.groupsOf("yosef")).containsExactlyInAnyOrder("peksos", "auditor");
        signIn(Visitor.on(port), "s-2", "yosef", List.of("pekerja-sosial"));
        assertThat(identities.groupsOf("yosef")).containsExactly("peksos");
    }

    @Test
    void doesNotTakeOverSomebodyKnownHere() {
        String local = household.someone("peksos");
        var visitor = Visitor.on(port);
        assertThat(location(signIn(visitor, "s-3", local, List.of("pekerja-sosial"))))
                .isEqualTo("/login?penyedia");
        assertThat(location(visitor.get("/akun"))).isEqualTo("/login");
    }

    @Test
    void belongsToSomebodyKnownHereOnceHeLinkedIt() {
        String local = household.someone("psikolog");
        var visitor = Visitor.on(port);
        visitor.signIn(local, Household.PASSWORD);
        assertThat(visitor.submit("/akun", "/akun/penyedia").body()).contains("/oauth2/authorization/penyedia");
        assertThat(location(signIn(visitor, "s-4", "apa-saja", List.of()))).contains("tasklist");
        assertThat(visitor.get("/akun").body()).contains(local, "Anda dapat masuk lewat Akun Pemkab");

        var later = Visitor.on(port);
        assertThat(location(signIn(later, "s-4", "apa-saja", List.of("pengawas"))))
                .contains("tasklist");
        assertThat(later.get("/akun").body()).contains(local);
        assertThat(identities.groupsOf(local)).as("stay ours").containsExactly("psikolog");
    }

    @Test
    void letsNobodyInWithoutAKnownGroupOrWhoIsDisabled() {
        assertThat(location(signIn(Visitor.on(port), "s-5", "tamu", List.of("tamu"))))
                .isEqualTo("/login?penyedia");
        assertThat(identities.exists("tamu")).isFalse();
        signIn(Visitor.on(port), "s-6", "frans", List.of("pekerja-sosial"));
        accounts.disable("frans");
        assertThat(location(signIn(Visitor.on(port), "s-6", "frans", List.of("pekerja-sosial"))))
                .isEqualTo("/login?penyedia");
    }

    @Test
    void needsOurSecondFactorUnlessTheProviderAskedForOne() {
        assertThat(location(signIn(Visitor.on(port), "s-7", "pengawas-satu", List.of("pengawas"))))
                .isEqualTo("/masuk/pasang");
        assertThat(location(signIn(Visitor.on(port), "s-8", "pengawas-dua", List.of("pengawas"), "pwd", "mfa")))
                .isEqualTo("/beranda");
    }

    @Test
    void isRefusedWithAStateNobodyAskedFor() {
        String code = MockIssuer.INSTANCE.codeFor(Map.of("sub", "s-9"));
        assertThat(location(Visitor.on(port).get("/login/oauth2/code/penyedia?code=" + code + "&state=tebakan")))
                .isEqualTo("/login?penyedia");
    }

    private static java.net.http.HttpResponse<String> signIn(
            Visitor visitor, String subject, String name, List<String> groups, String... methods) {
        var asked = UriComponentsBuilder.fromUri(URI.create(visitor.get("/oauth2/authorization/penyedia")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow()))
                .build()
                .getQueryParams();
        Map<String, Object> claims = new HashMap<>(Map.of(
                "sub",
                subject,
                "preferred_username",
                name,
                "groups",
                groups,
                "districts",
                List.of("mabar", "entah"),
                "nonce",
                asked.getFirst("nonce")));
        claims.put("amr", List.of(methods));
        String code = MockIssuer.INSTANCE.codeFor(claims);
        // the state comes encoded and goes back so
        var answer = visitor.get("/login/oauth2/code/penyedia?code=" + code + "&state=" + asked.getFirst("state"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer;
    }
}
