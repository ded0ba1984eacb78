using Crm.Domain.Automation;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Interactions;
using Crm.Domain.Privacy;
using Crm.Domain.SelfService;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Customers;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Privacy;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Crm.Persistence.EfCore.Encryption;

/// <summary>
/// Which columns are encrypted where a host switches it on: every text and day that <see cref="PersonalDataMap"/> calls personal, but
/// for those that are named here with a reason.
/// </summary>
internal static class EncryptedColumns
{
    // Looked up by their whole value, so equal values look equal.
    private static readonly HashSet<(Type, string)> s_lookedUp =
    [
        (typeof(ContactPoint), nameof(ContactPoint.Key)),
        (typeof(OutboundMessage), nameof(OutboundMessage.AddressKey)),
        (typeof(Customer), nameof(Customer.NameFolded)),
        (typeof(Person), nameof(Person.GivenFolded)),
        (typeof(Person), nameof(Person.FamilyFolded)),
        (typeof(CustomerAddress), nameof(CustomerAddress.CityFolded)),
        (typeof(CustomerAddress), nameof(CustomerAddress.PostalCodeFolded)),
        (typeof(CustomerPreference), nameof(CustomerPreference.ValueFolded)),
        (typeof(StatementWord), nameof(StatementWord.Word)),
        (typeof(PortalAccount), nameof(PortalAccount.EmailKey)),
        (typeof(PortalAccount), nameof(PortalAccount.Subject)),
    ];

    private static readonly Dictionary<(Type, string), string> s_readable = new()
    {
        [(typeof(CustomerReference), nameof(CustomerReference.Value))] = "unique, and the key of imports",
        [(typeof(CustomerTag), nameof(CustomerTag.Name))] = "counted and listed",
        [(typeof(CustomerPreference), nameof(CustomerPreference.Key))] = "a key",
        [(typeof(CustomerKey), nameof(CustomerKey.Key))] = "hashed by itself",
        [(typeof(CustomerMergeRow), nameof(CustomerMergeRow.Key))] = "keys as they are stored",
        [(typeof(CustomerMergeRow), nameof(CustomerMergeRow.Before))] = "columns as they are stored",
        [(typeof(CustomerMergeRow), nameof(CustomerMergeRow.After))] = "columns as they are stored",
        [(typeof(ConsentEntry), nameof(ConsentEntry.TokenHash))] = "hashed by itself",
        [(typeof(Interaction), nameof(Interaction.ExternalId))] = "looked up",
        [(typeof(Interaction), nameof(Interaction.ThreadKey))] = "looked up",
        [(typeof(CustomerStatement), nameof(CustomerStatement.Topic))] = "counted and listed",
        [(typeof(ServiceCase), nameof(ServiceCase.SerialNumber))] = "looked up",
        [(typeof(AuditEntry), nameof(AuditEntry.CorrelationId))] = "looked up",
        [(typeof(OutboxMessage), nameof(OutboxMessage.CorrelationId))] = "looked up",
    };

    // Say nothing about a person, and must not be read by whoever gets hold of the database.
    private static readonly HashSet<(Type, string)> s_secrets = [(typeof(WebhookSecret), nameof(WebhookSecret.Value))];

    // Filtered and sorted by index, whatever they hold.
    private static readonly Type[] s_filtered = [typeof(CustomFieldValue), typeof(Membership)];

    /// <summary>The keys of a model that encrypts personal data; null where it does not.</summary>
    public static PersonalDataKeys? KeysOf(IReadOnlyModel model) => model.FindAnnotation(CrmAnnotations.PersonalDataKeys)?.Value as PersonalDataKeys;

    /// <summary>The cipher of a property; null where it is not encrypted.</summary>
    public static PersonalDataCipher? CipherOf(IReadOnlyPropertyBase property) => property.FindAnnotation(CrmAnnotations.Cipher)?.Value as PersonalDataCipher;

    /// <summary>Gives every personal column its converter, once all are configured.</summary>
    public static void Apply(ModelBuilder modelBuilder, CrmModel model, PersonalDataKeys keys)
    {
        modelBuilder.Model.SetAnnotation(CrmAnnotations.PersonalDataKeys, keys);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => e.FindAnnotation(CrmAnnotations.Entity) is not null && !s_filtered.Any(f => f.IsAssignableFrom(e.ClrType))))
        {
            // The prefix may change with a rename of tables; what was encrypted stays readable.
            var table = entity.GetTableName()![model.Name(string.Empty).Length..];
            foreach (var property in CustomerReferences.Properties(entity).Cast<IMutableProperty>().Where(p => IsEncrypted(entity, p)).ToList())
            {
                Encrypt(property, new PersonalDataCipher(keys, $"{table}.{property.GetColumnName()}", s_lookedUp.Contains((entity.ClrType, property.Name))));
            }
        }
    }

    private static bool IsEncrypted(IMutableEntityType entity, IMutableProperty property) =>
        s_secrets.Contains((entity.ClrType, property.Name)) || (PersonalData.KindOf(property) is not (null or PersonalDataKind.Actor)
        && (property.ClrType == typeof(string) || IsDay(property))
        && !s_readable.ContainsKey((entity.ClrType, property.Name)));

    private static bool IsDay(IMutableProperty property) => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(LocalDate);

    private static void Encrypt(IMutableProperty property, PersonalDataCipher cipher)
    {
        ValueConverter converter = IsDay(property) ? new EncryptedDateConverter(cipher) : new EncryptedTextConverter(cipher);
        property.SetProviderClrType(null);
        property.SetValueConverter(converter);
        property.SetMaxLength(null);
        property.SetAnnotation(CrmAnnotations.Cipher, cipher);
    }
}
