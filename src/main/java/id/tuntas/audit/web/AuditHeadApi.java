package id.tuntas.audit.web;

import id.tuntas.audit.AuditEntry;
import id.tuntas.audit.AuditLog;
import id.tuntas.audit.ChainHead;
import id.tuntas.audit.ChainHeads;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The head of the chain, to be kept where nobody who runs the program can reach it. */
@RestController
class AuditHeadApi {

    private final ChainHeads heads;
    private final AuditLog log;

    AuditHeadApi(ChainHeads heads, AuditLog log) {
        this.heads = heads;
        this.log = log;
    }

    @GetMapping(path = "/api/audit/head", produces = MediaType.APPLICATION_JSON_VALUE)
    ChainHead head() {
        log.recordNow(AuditEntry.of("AUDIT_HEAD"));
        return heads.now();
    }
}
