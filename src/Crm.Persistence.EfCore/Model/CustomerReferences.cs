using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Model;

/// <summary>How each property that points at a customer behaves in a merge, as annotations of the model.</summary>
internal static class CustomerReferences
{
    /// <summary>The row moves to the survivor.</summary>
    public const string Moves = "moves";

    /// <summary>The row is a part of the customer itself, which takes it over in <c>Customer.Absorb</c>, or is made anew from it.</summary>
    public const string GoesWithCustomer = "part";

    private const string Kind = "kind:";

    public static string OfKind(string kindProperty) => Kind + kindProperty;

    public static string Exempt(string because) => $"exempt: {because}";

    /// <summary>The property that holds the kind of record, for a reference to records of any kind.</summary>
    public static string? KindPropertyOf(string how) => how.StartsWith(Kind, StringComparison.Ordinal) ? how[Kind.Length..] : null;

    /// <summary>Whether the row is about the customer: not one that is exempt.</summary>
    public static bool IsFollowed(string how) => how is Moves or GoesWithCustomer || KindPropertyOf(how) is not null;

    public static string? HowOf(IReadOnlyPropertyBase property) => property.FindAnnotation(CrmAnnotations.CustomerReference)?.Value as string;

    /// <summary>Rows move to the survivor by these properties.</summary>
    public static void PointsAtCustomer(this EntityTypeBuilder builder, params ReadOnlySpan<string> properties)
    {
        foreach (var property in properties)
        {
            builder.Metadata.FindProperty(property)!.SetAnnotation(CrmAnnotations.CustomerReference, Moves);
        }
    }

    /// <summary>Rows move to the survivor where their kind is "customer".</summary>
    public static void PointsAtSubject(this EntityTypeBuilder builder, string kind, string id) =>
        builder.Metadata.FindProperty(id)!.SetAnnotation(CrmAnnotations.CustomerReference, OfKind(kind));

    /// <summary>Rows are parts of a customer.</summary>
    public static void IsPartOfCustomer(this EntityTypeBuilder builder) =>
        builder.Metadata.FindProperty("CustomerId")!.SetAnnotation(CrmAnnotations.CustomerReference, GoesWithCustomer);

    /// <summary>Rows stay as they are.</summary>
    public static void StaysInMerges(this EntityTypeBuilder builder, string property, string because) =>
        builder.Metadata.FindProperty(property)!.SetAnnotation(CrmAnnotations.CustomerReference, Exempt(because));

    public static IReadOnlyList<string> Forgotten(IReadOnlyModel model) =>
    [
        .. model.GetEntityTypes()
            .SelectMany(e => Properties(e).Where(p => PointsAtCustomer(p) && HowOf(p) is null).Select(p => $"{e.ClrType.Name}.{p.Name}"))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>The properties that an entity type itself declares, those of its complex values included.</summary>
    public static IEnumerable<IReadOnlyProperty> Properties(IReadOnlyTypeBase type) =>
        type.GetDeclaredProperties().Concat(type.GetDeclaredComplexProperties().SelectMany(c => Properties(c.ComplexType)));

    private static bool PointsAtCustomer(IReadOnlyProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsGenericType && type.GetGenericArguments() is [var element])
        {
            type = Nullable.GetUnderlyingType(element) ?? element;
        }

        // The customer's own key, and the keys that owned rows share with it, are no references.
        var isOwnKey = typeof(Customer).IsAssignableFrom(property.DeclaringType.ClrType) && property.Name == nameof(Customer.Id);
        return !isOwnKey && !(property.DeclaringType is IReadOnlyEntityType entity && entity.IsOwned() && property.IsKey())
            && (type == typeof(CustomerId)
                || property.GetContainingForeignKeys().Any(f => typeof(Customer).IsAssignableFrom(f.PrincipalEntityType.ClrType) && f.Properties.Count == 1)
                || property.Name.EndsWith("CustomerId", StringComparison.Ordinal)
                || (type == typeof(Guid) && property.Name is { Length: > 2 } name && name.EndsWith("Id", StringComparison.Ordinal) && property.DeclaringType.FindProperty($"{name[..^2]}Kind")?.ClrType == typeof(string)));
    }
}
