package id.tuntas.board.web;

import id.tuntas.export.Format;

/**
 * Where a page can be had as a file.
 *
 * @param address of the download, with the filter of the page in it
 * @param key of the message that says how much is in it
 * @param count of rows or tables
 */
record DownloadLinks(String address, String key, long count) {

    static final String SUFFIX = "/unduh";
    static final String FORMAT = "bentuk";

    /** @param address of the download, with or without parameters */
    static DownloadLinks rows(String address, long count) {
        return new DownloadLinks(address, "unduh.rows", count);
    }

    static DownloadLinks tables(String address, long count) {
        return new DownloadLinks(address, "unduh.tables", count);
    }

    public String csv() {
        return in(Format.CSV);
    }

    public String xlsx() {
        return in(Format.XLSX);
    }

    private String in(Format format) {
        return address + (address.contains("?") ? "&" : "?") + FORMAT + "=" + format.suffix();
    }
}
