package id.tuntas.casefile;

import id.tuntas.testing.EngineTest;

@EngineTest
class CaseNumbersTest extends CaseNumbersContract {}
