using System.Text.RegularExpressions;

namespace Crm.Architecture.Tests.Rules;

/// <summary>Events are data: plain, named, versioned (D8).</summary>
public sealed partial class EventTests
{
    private const string Attribute = "Crm.Domain.Primitives.CrmEventAttribute";

    private static readonly IReadOnlyList<Type> s_events = [.. House.TypesOf(House.Packages).Where(Shapes.IsEvent)];

    [Fact]
    public void Event_Type_IsPublicSealedRecord() => s_events
        .Where(type => !type.IsVisible || !type.IsSealed || type.IsValueType || !type.IsRecord())
        .Select(Shapes.Display)
        .ShouldKeep("an event is a public sealed record");

    [Fact]
    public void Event_Members_AreImmutable() => s_events
        .SelectMany(type => type.GetProperties()
            .Where(property => (property.SetMethod is not null && !property.IsInitOnly()) || property.PropertyType.Parts().Any(IsMutableCollection) || property.PropertyType.IsArray)
            .Select(property => $"{type}.{property.Name}"))
        .ShouldKeep("an event has init-only members of immutable or read-only types");

    [Fact]
    public void Event_Members_HoldNoAggregate() => s_events
        .SelectMany(type => type.GetProperties().Where(property => property.PropertyType.Parts().Any(Shapes.IsAggregate)).Select(property => $"{type}.{property.Name}"))
        .ShouldKeep("an event names aggregates by id");

    [Fact]
    public void Event_Name_IsAreaAndHappening() => s_events
        .Select(type => (type, Named: Name(type)))
        .Where(e => e.Named is null || !EventName().IsMatch(e.Named.Value.Name) || e.Named.Value.Version < 1
            || e.Named.Value.Name.Split('.')[0] != Kebab(House.AreaOf(e.type.Namespace!) ?? ""))
        .Select(e => $"{e.type}: {e.Named?.Name ?? "no CrmEvent attribute"}")
        .ShouldKeep("an event carries [CrmEvent(\"area.thing-happened\", version)], in lower case, starting with its own area");

    [Fact]
    public void Event_NameAndVersion_AreUnique() => s_events
        .Where(type => Name(type) is not null)
        .GroupBy(type => Name(type)!.Value)
        .Where(same => same.Count() > 1)
        .Select(same => $"{same.Key.Name} version {same.Key.Version}: {string.Join(", ", same)}")
        .ShouldKeep("stored names of events are unique");

    [Fact]
    public void CrmEventAttribute_OnAType_IsOnAnEvent() => House.TypesOf(House.Packages)
        .Where(type => type.Has(Attribute) && !type.IsEvent())
        .Select(Shapes.Display)
        .ShouldKeep("only events carry [CrmEvent]");

    private static (string Name, int Version)? Name(Type type) => type.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType.FullName == Attribute) is { } attribute
        ? ((string)attribute.ConstructorArguments[0].Value!, (int)attribute.ConstructorArguments[1].Value!)
        : null;

    private static bool IsMutableCollection(Type type) => type.Namespace == "System.Collections.Generic"
        && type.Name is "List`1" or "Dictionary`2" or "HashSet`1" or "IList`1" or "ICollection`1" or "IDictionary`2" or "ISet`1";

    // SelfService → self-service
    private static string Kebab(string area) => Regex.Replace(area, "(?<!^)([A-Z])", "-$1").ToLowerInvariant();

    [GeneratedRegex("^[a-z]+(-[a-z]+)*\\.[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex EventName();
}
