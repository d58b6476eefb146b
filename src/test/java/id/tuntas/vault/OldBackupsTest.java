package id.tuntas.vault;

import id.tuntas.testing.EngineTest;

@EngineTest
class OldBackupsTest extends OldBackupsContract {}
