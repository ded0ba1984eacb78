using System.Reflection;

namespace Crm.Architecture.Tests.Rules;

/// <summary>Aggregates are rich and closed (D1).</summary>
public sealed class AggregateTests
{
    private static readonly IReadOnlyList<Type> s_aggregates = [.. House.TypesOf(House.Domain).Where(Shapes.IsAggregate)];

    /// <summary>Aggregates and the child entities of their area: classes that only the area itself can make and change.</summary>
    private static readonly IReadOnlyList<Type> s_entities =
    [
        .. s_aggregates,
        .. s_aggregates
            .SelectMany(type => type.GetFields(Shapes.Declared).SelectMany(field => field.FieldType.Parts()))
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.Assembly == House.Domain && !type.IsRecord() && !type.IsAggregate()
                && !House.Foundation.Contains(House.AreaOf(type.Namespace!) ?? ""))
            .Distinct(),
    ];

    [Fact]
    public void Entity_PublicProperties_HaveNoPublicSetter() => s_entities
        .SelectMany(type => type.GetProperties(Shapes.Declared).Where(property => property.SetMethod.IsPublicOrProtected() && !IsPrivateProtected(property.SetMethod!))
            .Select(property => $"{type}.{property.Name}"))
        .ShouldKeep("entities change through acts: no public or protected setter");

    [Fact]
    public void Entity_ParameterlessConstructor_IsNotPublic() => s_entities
        .Where(type => type.GetConstructor(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, []) is null or { IsPublic: true })
        .Select(Shapes.Display)
        .ShouldKeep("an entity has a private parameterless constructor for the persistence layer");

    [Fact]
    public void Aggregate_State_HoldsNoOtherAggregate() => s_entities
        .SelectMany(type => type.GetFields(Shapes.Declared).Where(field => field.FieldType.Parts().Any(Shapes.IsAggregate)).Select(field => $"{type}.{field.Name}"))
        .ShouldKeep("aggregates point to each other by id");

    [Fact]
    public void Aggregate_IsSealedOrHasSealedKinds() => s_aggregates
        .Where(type => !type.IsSealed && !(type.IsAbstract && s_aggregates.Any(kind => kind.BaseType == type && kind.IsSealed)))
        .Select(Shapes.Display)
        .ShouldKeep("aggregates are sealed; an abstract one has sealed kinds");

    [Fact]
    public void Aggregate_IsNotGeneric() => s_aggregates
        .Where(type => type.IsGenericType)
        .Select(Shapes.Display)
        .ShouldKeep("no generic aggregates, no generic TKey (D2)");

    [Fact]
    public void Entity_PublicCollections_AreReadOnly() => s_entities
        .SelectMany(type => type.GetProperties(Shapes.Declared)
            .Where(property => property.GetMethod is { IsPublic: true } && (property.PropertyType.IsArray || property.PropertyType.Name is "List`1" or "IList`1"
                or "ICollection`1" or "Dictionary`2" or "IDictionary`2" or "HashSet`1" or "ISet`1"))
            .Select(property => $"{type}.{property.Name}"))
        .ShouldKeep("children are read-only from outside");

    [Fact]
    public void Child_PublicMethods_ChangeNothing() => s_entities
        .Where(type => !type.IsAggregate())
        .SelectMany(type => type.GetMethods(Shapes.Declared).Where(method => method is { IsPublic: true, IsSpecialName: false } && method.ReturnType == typeof(void)).Select(method => $"{type}.{method.Name}"))
        .ShouldKeep("only the aggregate's acts change its children, since only they raise Version (D7)");

    [Fact]
    public void Entity_PublicMethods_AreNotAsync() => s_entities
        .SelectMany(type => type.GetMethods(Shapes.Declared).Where(method => method.IsPublic && typeof(Task).IsAssignableFrom(method.ReturnType)).Select(method => $"{type}.{method.Name}"))
        .ShouldKeep("aggregates do no input or output");

    private static bool IsPrivateProtected(MethodInfo method) => method.IsFamilyAndAssembly;
}
