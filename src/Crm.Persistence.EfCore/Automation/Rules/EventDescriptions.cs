using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Crm.Domain.Automation;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Saving;
using NodaTime;

namespace Crm.Persistence.EfCore.Automation;

/// <summary>Describes events for rules by the types behind them. A singleton, since types do not change.</summary>
internal sealed class EventDescriptions(EventCatalog catalog)
{
    private const int MaxLevels = 2;

    private readonly ConcurrentDictionary<string, AutomationEvent> _known = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Names { get; } = [.. catalog.Names.Order(StringComparer.Ordinal)];

    public AutomationEvent? Find(string name, IReadOnlyDictionary<Type, string> kinds) =>
        _known.TryGetValue(name, out var known) ? known
        : catalog.TypeOf(name) is { } type ? _known.GetOrAdd(name, Describe(name, type, kinds))
        : null;

    private static AutomationEvent Describe(string name, Type type, IReadOnlyDictionary<Type, string> kinds)
    {
        var records = Members(type).Where(m => kinds.ContainsKey(Plain(m.PropertyType))).Select(m => new AutomationEventRecord(kinds[Plain(m.PropertyType)], NameOf(m))).ToList();
        return new AutomationEvent(name, type.GetCustomAttribute<CrmEventAttribute>()!.Version, [.. Fields(type, string.Empty, 1)], records);
    }

    private static IEnumerable<AutomationEventField> Fields(Type type, string prefix, int level)
    {
        foreach (var member in Members(type))
        {
            var (name, of) = (prefix + NameOf(member), Plain(member.PropertyType));
            if (Simple(of) is { } simple)
            {
                yield return new AutomationEventField(name, simple) { Choices = Choices(of) };
            }
            else if (Element(of) is { } element && Simple(element) is { } item)
            {
                yield return new AutomationEventField(name, item) { IsMultiple = true, Choices = Choices(element) };
            }
            else if (level < MaxLevels && of is { IsClass: true } && Element(of) is null)
            {
                foreach (var inner in Fields(of, name + ".", level + 1))
                {
                    yield return inner;
                }
            }
        }
    }

    private static FieldType? Simple(Type type) =>
        type == typeof(string) ? FieldType.Text
        : type == typeof(bool) ? FieldType.Flag
        : type == typeof(Instant) ? FieldType.Instant
        : type == typeof(LocalDate) ? FieldType.Date
        : type.IsEnum || type == typeof(Guid) || typeof(ICrmId).IsAssignableFrom(type) ? FieldType.Choice
        : type == typeof(Percentage) || type == typeof(decimal) || type == typeof(double) || (type.IsPrimitive && type != typeof(char)) ? FieldType.Number
        : IsOneText(type) ? FieldType.Choice
        : null;

    // A value around one text is stored as the text, or as an object with it alone.
    private static bool IsOneText(Type type) => type.IsClass && type != typeof(string)
        && (type.IsDefined(typeof(System.Text.Json.Serialization.JsonConverterAttribute)) || Members(type).ToList() is [{ Name: "Value" } only] && only.PropertyType == typeof(string));

    private static IReadOnlyList<string> Choices(Type type) => type.IsEnum && !type.IsDefined(typeof(FlagsAttribute)) ? [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)] : [];

    private static Type? Element(Type type) => type != typeof(string) && type.IsGenericType && typeof(System.Collections.IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments() is [var element] ? Plain(element) : null;

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static IEnumerable<PropertyInfo> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && !p.IsDefined(typeof(System.Text.Json.Serialization.JsonIgnoreAttribute)));

    private static string NameOf(PropertyInfo member) => JsonNamingPolicy.CamelCase.ConvertName(member.Name);
}
