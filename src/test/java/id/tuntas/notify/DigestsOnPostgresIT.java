package id.tuntas.notify;

import id.tuntas.testing.TestDatabases;

class DigestsOnPostgresIT extends DigestsContract {

    @Override
    NotifyBench open() {
        return new NotifyBench(TestDatabases.newPostgres(), "postgres");
    }
}
