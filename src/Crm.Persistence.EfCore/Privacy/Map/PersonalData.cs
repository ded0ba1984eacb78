using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Privacy;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Persistence.EfCore.Privacy;

/// <summary>What each column says about a person, as annotations of the model's properties.</summary>
internal static class PersonalData
{
    /// <summary>What an erasure does with the rows of an entity: rows go, or stay without their personal values.</summary>
    public const string RowGoes = "goes";

    private const string None = "none: ";

    // What is stored as text and names a thing of the business, never a person.
    private static readonly Type[] s_impersonal = [typeof(Currency), typeof(ChannelKey), typeof(PurposeKey), typeof(ActivityKind), typeof(Recurrence), typeof(CaseStatus), typeof(CaseNumber), typeof(VisitNumber), typeof(OrderNumber), typeof(QuoteNumber), typeof(SubscriptionNumber)];

    public static string Exempt(string because) => None + because;

    public static string? HowOf(IReadOnlyPropertyBase property) => property.FindAnnotation(CrmAnnotations.PersonalData)?.Value as string;

    /// <summary>The kind of personal data; null for a column that is none.</summary>
    public static PersonalDataKind? KindOf(IReadOnlyPropertyBase property) => Enum.TryParse<PersonalDataKind>(HowOf(property), out var kind) ? kind : null;

    public static bool Goes(IReadOnlyEntityType entity) => entity.FindAnnotation(CrmAnnotations.WhenErased)?.Value as string == RowGoes;

    /// <summary>The columns that may say something about a person and of which nobody said whether they do.</summary>
    public static IReadOnlyList<string> Unclassified(IReadOnlyModel model) =>
    [
        .. model.GetEntityTypes().Where(IsConcerned)
            .SelectMany(e => CustomerReferences.Properties(e).Where(p => NeedsWord(p) && HowOf(p) is null).Select(p => $"{e.ClrType.Name}.{PathOf(p)}"))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>The name of a property within its entity, such as <c>Name.Given</c>.</summary>
    public static string PathOf(IReadOnlyPropertyBase property) => property.DeclaringType is IReadOnlyComplexType complex ? $"{PathOf(complex.ComplexProperty)}.{property.Name}" : property.Name;

    // Ours, and tables of the host that point at customers.
    private static bool IsConcerned(IReadOnlyEntityType entity) => entity.FindAnnotation(CrmAnnotations.Entity) is not null
        || CustomerReferences.Properties(entity).Any(p => CustomerReferences.HowOf(p) is { } how && CustomerReferences.IsFollowed(how));

    private static bool NeedsWord(IReadOnlyProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsEnum || s_impersonal.Contains(type) || property.Name == CrmAnnotations.TenantId || property == (property.DeclaringType as IReadOnlyEntityType)?.FindDiscriminatorProperty())
        {
            return false;
        }

        var stored = (property.GetValueConverter() ?? property.FindTypeMapping()?.Converter)?.ProviderClrType ?? type;
        return stored == typeof(string) || stored == typeof(DateOnly) || stored == typeof(byte[]);
    }
}
