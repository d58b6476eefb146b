package id.tuntas.access;

import static id.tuntas.access.SignInTest.location;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.TuntasTest;
import id.tuntas.testing.AtOnce;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mail addresses on /akun and /kelola/orang. */
@TuntasTest
@ExtendWith(OutputCaptureExtension.class)
class MailContactsTest {

    private static final String USER = "mediator";
    private static final String ADDRESS = "Sari.Dewi+kantor@mail.manggaraibaratkab.go.id";

    @LocalServerPort
    int port;

    @Autowired
    MailContacts contacts;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forget() {
        accounts.enable(USER);
        jdbc.sql("delete from mail_contact").update();
    }

    @Test
    void anOfficerSetsChangesAndTakesAwayHisAddress(CapturedOutput log) {
        Visitor officer = Visitor.signedIn(port, USER);
        long before = onRecord();
        assertThat(location(mail(officer, " " + ADDRESS + " ", true, "en"))).isEqualTo("/akun?surel");
        assertThat(contacts.find(USER)).contains(new MailContact(USER, ADDRESS, true, "en"));
        assertThat(officer.get("/akun").body()).contains("Sari.Dewi");

        mail(officer, ADDRESS, false, "id");
        assertThat(contacts.find(USER)).contains(new MailContact(USER, ADDRESS, false, "id"));
        mail(officer, "", true, "id");
        assertThat(contacts.find(USER)).isEmpty();
        assertThat(onRecord() - before).as("given and taken away").isEqualTo(2);
        assertThat(log).doesNotContain("Sari.Dewi");
        assertThat(jdbc.sql("select count(*) from audit_entry where reason like '%@%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sari",
                "sari@",
                "@kantor.id",
                "sari@kantor",
                "sari dewi@kantor.id",
                "sari@kantor.id,budi@kantor.id",
                "sari@kantor.id\r\nBcc: budi@kantor.id",
                "\"sari\"@kantor.id",
                "Sari <sari@kantor.id>",
                "sari..dewi@kantor.id",
                ".sari@kantor.id",
                "sari@-kantor.id",
                "sari@kantor..id",
                "sari@[127.0.0.1]",
                "sári@kantor.id"
            })
    void whatIsNoSingleAddressIsRefusedAndShownAgain(String wrong) {
        Visitor officer = Visitor.signedIn(port, USER);
        HttpResponse<String> answer = mail(officer, wrong, true, "id");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Alamat surel tidak benar");
        assertThat(contacts.find(USER)).isEmpty();
    }

    @Test
    void longOnesAndOtherLanguagesAreRefused() {
        Visitor officer = Visitor.signedIn(port, USER);
        assertThat(mail(officer, "a".repeat(65) + "@kantor.id", true, "id").statusCode())
                .isEqualTo(400);
        assertThat(mail(officer, "a@" + "b.".repeat(126) + "id", true, "id").statusCode())
                .isEqualTo(400);
        assertThat(mail(officer, ADDRESS, true, "zz").statusCode()).isEqualTo(400);
        assertThat(contacts.find(USER)).isEmpty();
    }

    @Test
    void anAdministratorSetsTheAddressAndLeavesTheRestAsTheOfficerWantsIt() {
        contacts.keepOwn(USER, "lama@kantor.id", false, "en");
        Visitor admin = Visitor.signedIn(port, "admin");
        String page = "/kelola/orang/" + USER;
        HttpResponse<String> done = admin.submit(page, page + "/surel", "alamat", ADDRESS);
        assertThat(location(done)).as("no address in the address").endsWith(page);
        assertThat(contacts.find(USER)).contains(new MailContact(USER, ADDRESS, false, "en"));
        assertThat(admin.get(page).body()).contains("Alamat surel sudah disimpan");

        HttpResponse<String> wrong = admin.submit(page, page + "/surel", "alamat", "bukan alamat");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("bukan alamat", "Alamat surel tidak benar");
    }

    @Test
    void saidByManyAtOnceItStandsOnceAndNobodyGetsAnError() throws Exception {
        Callable<Void> own = () -> {
            contacts.keepOwn(USER, ADDRESS, false, "en");
            return null;
        };
        Callable<Void> administrator = () -> {
            contacts.keep(USER, ADDRESS, "admin");
            return null;
        };
        for (int round = 0; round < 10; round++) {
            jdbc.sql("delete from mail_contact").update();
            AtOnce.press(List.of(own, administrator, own, administrator));
            assertThat(contacts.find(USER))
                    .as("the officer's wishes outlive the administrator's change")
                    .contains(new MailContact(USER, ADDRESS, false, "en"));
        }
    }

    @Test
    void whoMayNotSignInGetsNoMail() {
        contacts.keepOwn(USER, ADDRESS, true, "id");
        assertThat(contacts.enabled()).extracting(MailContact::userId).containsExactly(USER);
        accounts.disable(USER);
        assertThat(contacts.enabled()).isEmpty();
        assertThat(contacts.findEnabled(USER)).isEmpty();
    }

    @Test
    void anAddressIsInNoText() {
        assertThat(new MailContact(USER, ADDRESS, true, "id")).hasToString("MailContact[mediator]");
    }

    private long onRecord() {
        return jdbc.sql("select count(*) from audit_entry where kind = 'MAIL_ADDRESS_CHANGED' and reason = ?")
                .param(USER)
                .query(Long.class)
                .single();
    }

    private static HttpResponse<String> mail(Visitor officer, String address, boolean daily, String language) {
        return daily
                ? officer.submit("/akun", "/akun/surel", "alamat", address, "harian", "true", "bahasa", language)
                : officer.submit("/akun", "/akun/surel", "alamat", address, "bahasa", language);
    }
}
