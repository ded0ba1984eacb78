using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Privacy;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Customers;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Crm.Persistence.EfCore.Encryption;

/// <summary>Which columns are encrypted where a host switches it on: all that name, reach or quote a customer.</summary>
internal static class EncryptedColumns
{
    // True: looked up by its whole value.
    private static readonly Dictionary<(Type Entity, string Property), bool> s_columns = new()
    {
        [(typeof(Customer), nameof(Customer.DisplayName))] = false,
        [(typeof(Customer), nameof(Customer.NameFolded))] = true,
        [(typeof(Person), nameof(Person.Name))] = false,
        [(typeof(Person), nameof(Person.BirthDate))] = false,
        [(typeof(ContactPoint), nameof(ContactPoint.Value))] = false,
        [(typeof(ContactPoint), nameof(ContactPoint.Key))] = true,
        [(typeof(ContactPoint), nameof(ContactPoint.Label))] = false,
        [(typeof(ContactPoint), nameof(ContactPoint.InvalidReason))] = false,
        [(typeof(CustomerAddress), nameof(CustomerAddress.Address))] = false,
        [(typeof(CustomerAddress), nameof(CustomerAddress.Label))] = false,
        [(typeof(CustomerPreference), nameof(CustomerPreference.Value))] = false,
        [(typeof(LifecycleChange), nameof(LifecycleChange.Reason))] = false,
        [(typeof(OnboardingStep), nameof(OnboardingStep.Note))] = false,
        [(typeof(ConsentEntry), nameof(ConsentEntry.Proof))] = false,
        [(typeof(Interaction), nameof(Interaction.Subject))] = false,
        [(typeof(Interaction), nameof(Interaction.Body))] = false,
        [(typeof(Interaction), nameof(Interaction.CustomerAddress))] = false,
        [(typeof(ServiceCase), nameof(ServiceCase.Subject))] = false,
        [(typeof(ServiceCase), nameof(ServiceCase.Solution))] = false,
        [(typeof(CaseMessage), nameof(CaseMessage.Author))] = false,
        [(typeof(CaseMessage), nameof(CaseMessage.Body))] = false,
        [(typeof(TimelineEntry), nameof(TimelineEntry.Text))] = false,
        [(typeof(AuditEntry), nameof(AuditEntry.Changes))] = false,
        [(typeof(AuditEntry), nameof(AuditEntry.Reason))] = false,
        [(typeof(OutboxMessage), nameof(OutboxMessage.Payload))] = false,
        [(typeof(OutboxMessage), nameof(OutboxMessage.Error))] = false,
    };

    /// <summary>Whether a model encrypts personal data.</summary>
    public static PersonalDataKeys? KeysOf(IReadOnlyModel model) => model.FindAnnotation(CrmAnnotations.PersonalDataKeys)?.Value as PersonalDataKeys;

    /// <summary>The cipher of a property; null where it is not encrypted.</summary>
    public static PersonalDataCipher? CipherOf(IReadOnlyPropertyBase property) => property.FindAnnotation(CrmAnnotations.Cipher)?.Value as PersonalDataCipher;

    /// <summary>Gives every personal column its converter, once all are configured.</summary>
    public static void Apply(ModelBuilder modelBuilder, CrmModel model, PersonalDataKeys keys)
    {
        modelBuilder.Model.SetAnnotation(CrmAnnotations.PersonalDataKeys, keys);
        foreach (var ((type, name), isLookedUp) in s_columns)
        {
            if (modelBuilder.Model.FindEntityType(type) is not { } entity)
            {
                continue;
            }

            // The prefix may change with a rename of tables; what was encrypted stays readable.
            var table = entity.GetTableName()![model.Name(string.Empty).Length..];
            foreach (var property in Properties(entity, name))
            {
                Encrypt(property, new PersonalDataCipher(keys, $"{table}.{property.GetColumnName()}", isLookedUp));
            }
        }
    }

    private static IEnumerable<IMutableProperty> Properties(IMutableEntityType entity, string name) =>
        entity.FindProperty(name) is { } property ? [property]
        : entity.FindComplexProperty(name) is { } complex ? complex.ComplexType.GetProperties().Where(p => p.ClrType == typeof(string))
        : throw new InvalidOperationException($"{entity.ClrType.Name} has no property {name}.");

    private static void Encrypt(IMutableProperty property, PersonalDataCipher cipher)
    {
        var isDate = (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(LocalDate);
        ValueConverter converter = isDate ? new EncryptedDateConverter(cipher) : new EncryptedTextConverter(cipher);
        property.SetProviderClrType(null);
        property.SetValueConverter(converter);
        property.SetMaxLength(null);
        property.SetAnnotation(CrmAnnotations.Cipher, cipher);
    }
}
