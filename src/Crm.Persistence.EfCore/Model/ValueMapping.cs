using System.Reflection;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Crm.Persistence.EfCore.Model;

/// <summary>How each value type becomes a column. Conventions cannot do it, since ApplyCrm runs after they are settled.</summary>
internal static class ValueMapping
{
    private static readonly Dictionary<Type, (Type Converter, int? MaxLength)> s_values = new()
    {
        [typeof(Instant)] = (typeof(InstantConverter), null),
        [typeof(LocalDate)] = (typeof(LocalDateConverter), null),
        [typeof(Duration)] = (typeof(DurationConverter), null),
        [typeof(Currency)] = (typeof(CurrencyConverter), 3),
        [typeof(Country)] = (typeof(CountryConverter), 2),
        [typeof(LanguageTag)] = (typeof(LanguageTagConverter), LanguageTag.MaxLength),
        [typeof(ChannelKey)] = (typeof(ChannelKeyConverter), ChannelKey.MaxLength),
        [typeof(ActivityKind)] = (typeof(ActivityKindConverter), ActivityKind.MaxLength),
        [typeof(Recurrence)] = (typeof(RecurrenceConverter), Recurrence.MaxLength),
        [typeof(PurposeKey)] = (typeof(PurposeKeyConverter), PurposeKey.MaxLength),
        [typeof(CaseStatus)] = (typeof(CaseStatusConverter), CaseStatus.MaxLength),
        [typeof(CaseNumber)] = (typeof(CaseNumberConverter), CaseNumber.MaxLength),
        [typeof(VisitNumber)] = (typeof(VisitNumberConverter), VisitNumber.MaxLength),
        [typeof(OrderNumber)] = (typeof(OrderNumberConverter), OrderNumber.MaxLength),
        [typeof(SubscriptionNumber)] = (typeof(SubscriptionNumberConverter), SubscriptionNumber.MaxLength),
        [typeof(QuoteNumber)] = (typeof(QuoteNumberConverter), QuoteNumber.MaxLength),
    };

    /// <summary>Maps every property of a value type by its converter, before EF takes it for a navigation.</summary>
    public static void MapValues(this EntityTypeBuilder builder, CrmDatabase database)
    {
        foreach (var property in builder.Metadata.ClrType.GetProperties().Where(IsStored))
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (ConverterOf(type, database) is { } mapping)
            {
                var mapped = builder.Property(property.PropertyType, property.Name).HasConversion(mapping.Converter);
                if (mapping.MaxLength is { } length)
                {
                    mapped.HasMaxLength(length);
                }
            }
            else if (type.IsEnum)
            {
                builder.Property(property.PropertyType, property.Name).HasConversion<string>().HasMaxLength(32);
            }
        }
    }

    /// <summary>Maps the value properties of a complex property likewise and names its columns.</summary>
    public static void MapValues(this ComplexPropertyBuilder builder, string prefix, CrmDatabase database, bool nameParts = true)
    {
        foreach (var property in builder.Metadata.ComplexType.ClrType.GetProperties().Where(p => p.GetIndexParameters().Length == 0))
        {
            if (ConverterOf(property.PropertyType, database) is { } mapping)
            {
                var mapped = builder.Property(property.PropertyType, property.Name).HasConversion(mapping.Converter);
                if (mapping.MaxLength is { } length)
                {
                    mapped.HasMaxLength(length);
                }
            }
        }

        if (nameParts)
        {
            foreach (var property in builder.Metadata.ComplexType.GetProperties())
            {
                property.SetColumnName(prefix + property.Name);
            }
        }
    }

    // A private setter of a base class shows only on the class that declares it.
    private static bool IsStored(PropertyInfo property) =>
        property.GetIndexParameters().Length == 0 && property.DeclaringType!.GetProperty(property.Name, property.PropertyType)?.CanWrite == true;

    public static (Type Converter, int? MaxLength)? ConverterOf(Type type, CrmDatabase database)
    {
        if (typeof(ICrmId).IsAssignableFrom(type))
        {
            return (typeof(IdConverter<>).MakeGenericType(type), null);
        }

        if (type == typeof(decimal))
        {
            return database == CrmDatabase.Sqlite ? (typeof(ScaledDecimalConverter), null) : null;
        }

        return s_values.TryGetValue(type, out var mapping) ? mapping : null;
    }
}
