using System.Text.Json;
using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>One reading of rules from JSON, with everything that is wrong with them.</summary>
internal sealed class DuplicateRulesReading(CrmErrorDescriber errors)
{
    private const int LongestQuote = 40;

    public List<CrmError> Errors { get; } = [];

    public DuplicateRules Read(JsonElement root)
    {
        var rules = DuplicateRules.Default;
        if (!IsObject(root, "$"))
        {
            return rules;
        }

        foreach (var property in root.EnumerateObject())
        {
            if (property.NameEquals("fields"))
            {
                rules = rules with { Fields = Fields(property.Value) };
            }
            else if (Array.Find(DuplicateRuleMember.All, m => property.NameEquals(m.Name)) is { } member)
            {
                rules = Number(property.Value, member.IsFlag) is { } value && member.Allows(value)
                    ? member.Set(rules, value)
                    : Invalid(rules, member.Name, property.Value, member.Expected);
            }
            else
            {
                Errors.Add(errors.DuplicateRuleUnknown(Quote(property.Name)));
            }
        }

        return rules.Review <= rules.Auto ? rules : Invalid(rules, "auto", rules.Auto.ToString(System.Globalization.CultureInfo.InvariantCulture), "review … 1");
    }

    private Dictionary<string, DuplicateFieldRule> Fields(JsonElement json)
    {
        var fields = DuplicateFieldDefaults.All.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        foreach (var field in IsObject(json, "fields") ? json.EnumerateObject() : default)
        {
            if (!fields.TryGetValue(field.Name, out var rule))
            {
                Errors.Add(errors.DuplicateRuleUnknown($"fields.{Quote(field.Name)}"));
            }
            else if (IsObject(field.Value, $"fields.{field.Name}"))
            {
                fields[field.Name] = Field(rule, $"fields.{field.Name}", field.Value);
            }
        }

        return fields;
    }

    private DuplicateFieldRule Field(DuplicateFieldRule rule, string path, JsonElement json)
    {
        foreach (var property in json.EnumerateObject())
        {
            switch (property.Name)
            {
                case "use":
                    rule = Number(property.Value, isFlag: true) is { } use ? rule with { Use = use != 0 } : Invalid(rule, $"{path}.use", property.Value, "true, false");
                    break;
                case "frequency":
                    rule = rule with { Frequency = Probability($"{path}.frequency", property.Value) };
                    break;
                case "levels":
                    rule = rule with { Levels = Levels(rule, $"{path}.levels", property.Value) };
                    break;
                default:
                    Errors.Add(errors.DuplicateRuleUnknown($"{path}.{Quote(property.Name)}"));
                    break;
            }
        }

        return rule;
    }

    private Dictionary<string, DuplicateLevelRule> Levels(DuplicateFieldRule rule, string path, JsonElement json)
    {
        var levels = rule.Levels.ToDictionary(l => l.Key, l => l.Value, StringComparer.Ordinal);
        foreach (var level in IsObject(json, path) ? json.EnumerateObject() : default)
        {
            if (!levels.TryGetValue(level.Name, out var known))
            {
                Errors.Add(errors.DuplicateRuleUnknown($"{path}.{Quote(level.Name)}"));
                continue;
            }

            foreach (var property in IsObject(level.Value, $"{path}.{level.Name}") ? level.Value.EnumerateObject() : default)
            {
                var value = Probability($"{path}.{level.Name}.{Quote(property.Name)}", property.Value);
                switch (property.Name)
                {
                    case "agreement":
                        known = known with { Agreement = value };
                        break;
                    case "chance":
                        known = known with { Chance = value };
                        break;
                    default:
                        Errors.Add(errors.DuplicateRuleUnknown($"{path}.{level.Name}.{Quote(property.Name)}"));
                        break;
                }
            }

            levels[level.Name] = known;
        }

        return levels;
    }

    private double Probability(string path, JsonElement json) =>
        Number(json, isFlag: false) is > 0 and <= 1 and var value ? value : Invalid(1d, path, json, "> 0 … 1");

    private bool IsObject(JsonElement json, string path) => json.ValueKind == JsonValueKind.Object || Invalid(false, path, json, "{ }");

    private T Invalid<T>(T instead, string path, JsonElement json, string expected) => Invalid(instead, path, Quote(json.GetRawText()), expected);

    private T Invalid<T>(T instead, string path, string value, string expected)
    {
        Errors.Add(errors.DuplicateRuleInvalid(path, value, expected));
        return instead;
    }

    private static double? Number(JsonElement json, bool isFlag) => json.ValueKind switch
    {
        JsonValueKind.True when isFlag => 1,
        JsonValueKind.False when isFlag => 0,
        JsonValueKind.Number when !isFlag && json.TryGetDouble(out var value) => value,
        _ => null,
    };

    private static string Quote(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";
}
