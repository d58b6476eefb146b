package id.tuntas.board.indicator;

import java.util.stream.Stream;

/**
 * The minimum standards of service (SPM) of Permen PPPA 1/2010, with their targets in per cent; numbers and targets as in
 * the published summaries, the annex itself was not read.
 */
public enum Standard {
    SPM1(100, "spm/terdaftar", Counts.VICTIMS),
    SPM2(100, Service.KESEHATAN.id(), Service.KESEHATAN.needed()),
    SPM3(75, Service.REHABILITASI_SOSIAL.id(), Service.REHABILITASI_SOSIAL.needed()),
    SPM4(75, Service.BIMBINGAN_ROHANI.id(), Service.BIMBINGAN_ROHANI.needed()),
    SPM5(80, "spm/putusan", Service.PENEGAKAN_HUKUM.id()),
    SPM6(50, Service.BANTUAN_HUKUM.id(), Service.BANTUAN_HUKUM.needed()),
    SPM7(50, Service.PEMULANGAN.id(), Service.PEMULANGAN.needed()),
    SPM8(100, Service.REINTEGRASI.id(), Service.REINTEGRASI.needed());

    private final int target;
    private final String reached;
    private final String of;

    Standard(int target, String reached, String of) {
        this.target = target;
        this.reached = reached;
        this.of = of;
    }

    public int target() {
        return target;
    }

    String reached() {
        return reached;
    }

    String of() {
        return of;
    }

    static boolean asksWhoNeeds(Service service) {
        return Stream.of(values()).anyMatch(standard -> standard.of.equals(service.needed()));
    }
}
