package id.tuntas.engine;

import id.tuntas.vault.CaseErasedException;
import id.tuntas.vault.CaseKeys;
import id.tuntas.vault.ClearList;
import id.tuntas.vault.ValueCipher;
import id.tuntas.vault.VaultException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;

/**
 * Seals values before they reach a row of the engine and opens them when they are read. What names the case and the
 * variable is authenticated with the value, so that a value put into another case or under another name does not open.
 *
 * <p>A row with a sealed value has {@link #SEALED} in TEXT2_ and base64 in TEXT_, or bytes if that is too long.
 */
final class Protection {

    static final String SEALED = "enc1";
    /** The engine makes a new variable's value before it tells the variable whose it is. Never reaches a row. */
    static final String PENDING = "tertunda";

    /** What TEXT_ (4000 characters) takes in base64. */
    private static final int LONGEST_TEXT = 2990;

    /** Words, numbers and times, as choices and case numbers are; a sentence is not stored in clear under any name. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.:+-]{0,64}");

    private final CaseKeys keys;
    private final ClearList clear;

    Protection(CaseKeys keys, ClearList clear) {
        this.keys = keys;
        this.clear = clear;
    }

    void write(PlainFields plain, boolean primitive, ValueFields row) {
        if (!CaseOfValue.isStored(row)) {
            refuseSearch(row);
            plain.copyTo(row);
        } else if (mayBeClear(plain, primitive)) {
            plain.copyTo(row);
        } else {
            String root = CaseOfValue.rootOf(row);
            if (root == null && row instanceof VariableInstanceEntity variable) {
                pending().put(variable, plain);
                new PlainFields(row.getName()).copyTo(row);
                row.setTextValue2(PENDING);
            } else {
                seal(plain, root, row);
            }
        }
    }

    PlainFields read(ValueFields row) {
        if (SEALED.equals(row.getTextValue2())) {
            return open(row);
        }
        if (PENDING.equals(row.getTextValue2()) && row instanceof VariableInstanceEntity variable) {
            return pending().get(variable);
        }
        PlainFields plain = PlainFields.copyOf(row);
        if (CaseOfValue.isStored(row) && !clear.contains(row.getName()) && !plain.isEmpty()) {
            throw new ProcessEngineException(
                    "Nilai \"" + row.getName()
                            + "\" tersimpan tanpa penyandian dan tidak dipercaya; basis data ini bukan ditulis oleh versi ini.");
        }
        return plain;
    }

    /** To be called as soon as a new variable knows whose it is, and before anything copies its fields. */
    void sealIfPending(VariableInstanceEntity variable) {
        if (PENDING.equals(variable.getTextValue2())) {
            seal(pending().take(variable), CaseOfValue.rootOf(variable), variable);
        }
    }

    private void seal(PlainFields plain, String root, ValueFields row) {
        if (root == null) {
            throw new BadUserRequestException(
                    "Variabel \"" + row.getName() + "\" bukan milik kasus mana pun dan karena itu tidak disimpan.");
        }
        byte[] sealed = checked(() -> ValueCipher.seal(keys.toSeal(root), context(root, row), plain.pack()));
        PlainFields stored = new PlainFields(row.getName());
        stored.setTextValue2(SEALED);
        if (sealed.length <= LONGEST_TEXT) {
            stored.setTextValue(Base64.getEncoder().encodeToString(sealed));
        } else {
            stored.setByteArrayValue(sealed);
        }
        stored.copyTo(row);
    }

    private PlainFields open(ValueFields row) {
        String root = CaseOfValue.rootOf(row);
        if (root == null) {
            throw new ProcessEngineException("Nilai \"" + row.getName() + "\" bukan milik kasus mana pun.");
        }
        byte[] sealed = row.getTextValue() == null
                ? row.getByteArrayValue()
                : Base64.getDecoder().decode(row.getTextValue());
        if (sealed == null) {
            throw new ProcessEngineException("Nilai \"" + row.getName() + "\" tidak lengkap.");
        }
        return PlainFields.unpack(
                row.getName(), checked(() -> ValueCipher.open(keys.toOpen(root), context(root, row), sealed)));
    }

    private boolean mayBeClear(PlainFields plain, boolean primitive) {
        return primitive
                && clear.contains(plain.getName())
                && plain.getByteArrayValue() == null
                && (plain.getTextValue() == null
                        || CODE.matcher(plain.getTextValue()).matches());
    }

    /** What is sealed with a random nonce is never found; an empty list would be a lie. */
    private void refuseSearch(ValueFields query) {
        boolean ofVariable = query instanceof VariableInstanceEntity;
        if (!ofVariable && !clear.contains(query.getName())) {
            throw new BadUserRequestException(
                    "Isi \"" + query.getName() + "\" disandikan; tidak dapat dicari menurut nilainya.");
        }
    }

    private static <T> T checked(Supplier<T> work) {
        try {
            return work.get();
        } catch (CaseErasedException e) {
            throw new BadUserRequestException(e.getMessage(), e);
        } catch (VaultException e) {
            throw new ProcessEngineException(e.getMessage(), e);
        }
    }

    private static byte[] context(String root, ValueFields row) {
        return (root + "\0" + row.getName()).getBytes(StandardCharsets.UTF_8);
    }

    private static PendingValues pending() {
        return Context.getCommandContext().getSession(PendingValues.class);
    }
}
