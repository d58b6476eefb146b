package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccessTest
class SignInTest {

    @LocalServerPort
    int port;

    @Test
    void bringsCaseworkersToTasklistAndTheAdministratorToCockpit() {
        assertThat(location(Visitor.on(port).signIn("petugas-pengaduan", "tuntas-demo")))
                .isEqualTo("/camunda/app/tasklist/default/");
        assertThat(location(Visitor.on(port).signIn("admin", "tuntas-demo")))
                .isEqualTo("/camunda/app/cockpit/default/");
        assertThat(location(Visitor.on(port).signIn("auditor", "tuntas-demo"))).isEqualTo("/beranda");
    }

    @Test
    void opensTasklistWithTheSameSession() {
        var worker = Visitor.signedIn(port, "polres-ppa");
        assertThat(worker.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        var profile = worker.get("/camunda/api/admin/auth/user/default");
        assertThat(profile.statusCode()).isEqualTo(200);
        assertThat(profile.body()).contains("polres-ppa", "tasklist").doesNotContain("cockpit");
    }

    private static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }
}
