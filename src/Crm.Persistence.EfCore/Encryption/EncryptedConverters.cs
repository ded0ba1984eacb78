using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace Crm.Persistence.EfCore.Encryption;

internal sealed class EncryptedTextConverter(PersonalDataCipher cipher)
    : ValueConverter<string, string>(text => cipher.Encrypt(text), stored => cipher.Decrypt(stored));

internal sealed class EncryptedDateConverter(PersonalDataCipher cipher)
    : ValueConverter<LocalDate, string>(date => cipher.Encrypt(LocalDatePattern.Iso.Format(date)), stored => LocalDatePattern.Iso.Parse(cipher.Decrypt(stored)).Value);
