using System.Reflection;

namespace Crm.Architecture.Tests.Rules;

/// <summary>Values and ids are immutable; ids come from the generator (D1, D2).</summary>
public sealed class ValueTests
{
    private static readonly IReadOnlyList<Type> s_values =
    [
        .. House.TypesOf(House.Domain).Where(type => (type.IsValueType && !type.IsEnum && (type.IsVisible || type.Namespace is "Crm.Domain.Values" or "Crm.Domain.Time"))
            || (type is { IsClass: true, IsAbstract: false } && !type.IsDelegate() && type.Namespace is "Crm.Domain.Values" or "Crm.Domain.Time")),
    ];

    [Fact]
    [Trait("Check", "XC-12")]
    public void Value_Fields_AreReadOnly() => s_values
        .SelectMany(type => type.GetFields(Shapes.Declared).Where(field => field is { IsStatic: false, IsInitOnly: false }).Select(field => $"{type}.{field.Name}"))
        .ShouldKeep("values do not change: every field of a type in Values or Time, and of every public struct, is readonly; other structs are working memory of one method or index");

    [Fact]
    public void Struct_IsReadOnly() => House.TypesOf(House.Packages)
        .Where(type => type is { IsValueType: true, IsEnum: false, IsByRefLike: false } && type.IsVisible && !type.IsReadOnlyStruct())
        .Select(Shapes.Display)
        .ShouldKeep("public structs are readonly");

    [Fact]
    public void Record_PublicSetters_AreInitOnly() => House.PublicTypesOf(House.Domain, House.Analytics)
        .Where(type => type.IsRecord())
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.SetMethod.IsPublicOrProtected() && !property.IsInitOnly())
            .Select(property => $"{type}.{property.Name}"))
        .ShouldKeep("records are immutable");

    [Fact]
    public void Id_Type_IsGeneratedReadOnlyRecordStruct() => House.TypesOf(House.Packages)
        .Where(Shapes.IsId)
        .Where(type => !type.IsReadOnlyStruct() || !type.IsRecord() || !type.Has("Crm.Domain.Primitives.CrmIdAttribute") || !type.Name.EndsWith("Id", StringComparison.Ordinal))
        .Select(Shapes.Display)
        .ShouldKeep("an id is [CrmId] public readonly partial record struct …Id (D2)");

    [Fact]
    public void StructNamedId_IsAnId() => House.TypesOf(House.Packages)
        .Where(type => type.IsValueType && type.Name.EndsWith("Id", StringComparison.Ordinal) && !type.IsId())
        .Select(Shapes.Display)
        .ShouldKeep("what is named …Id is made by the generator (D2)");

    // An event is no aggregate: its id is that of the outbox, which has no name of its own.
    [Fact]
    public void PublicSignature_Ids_AreNamed() => House.PublicTypesOf(House.Domain)
        .Where(type => type.IsAggregate())
        .SelectMany(type => type.GetProperties(Shapes.Declared).Where(p => p.GetMethod is { IsPublic: true } && (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(Guid) && !IsHalfOfAReference(p) && p.Name != "EventId")
            .Select(property => $"{type}.{property.Name}"))
        .ShouldKeep("aggregates point by named ids, or by kind and id, never by Guid alone (D2)");

    // SourceKind and SourceId are the columns of one SubjectReference.
    private static bool IsHalfOfAReference(PropertyInfo property) => property.Name.EndsWith("Id", StringComparison.Ordinal)
        && property.DeclaringType!.GetProperty(property.Name[..^2] + "Kind")?.PropertyType == typeof(string);
}
