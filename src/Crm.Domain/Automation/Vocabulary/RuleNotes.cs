using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;

namespace Crm.Domain.Automation;

/// <summary>What actions of the areas share: their usual names and parameters, and the note of what was done.</summary>
internal static class RuleNotes
{
    public const string Assign = "assign";
    public const string SetField = "setField";
    public const string To = "to";
    public const string Field = "field";
    public const string Value = "value";

    /// <summary>The note where it was done before.</summary>
    public const string Already = "it was so already";

    public static IReadOnlyList<CrmError> Nothing { get; } = [];

    /// <summary>Who somebody or something is given to.</summary>
    public static RuleParameter ToUser { get; } = new(To, FieldType.Text, IsRequired: true) { MaxLength = Access.Actor.MaxIdLength };

    public static RuleParameter ToValue { get; } = new(Value, FieldType.Text, IsRequired: true) { MaxLength = 1000 };

    public static RuleParameter OneOf(params IReadOnlyList<string> fields) => new(Field, FieldType.Choice, IsRequired: true) { Choices = fields };

    /// <summary>A note in place of what a front door returned.</summary>
    public static async Task<CrmResult<string>> Note<T>(this Task<CrmResult<T>> done, string note)
        where T : notnull
    {
        var result = await done.ConfigureAwait(false);
        return result.Succeeded ? note : CrmResult<string>.Failed(result.Errors);
    }

    /// <summary>Reads a member of an enumeration, in lower camel case.</summary>
    public static TEnum? Member<TEnum>(string? text)
        where TEnum : struct, Enum
    {
        foreach (var member in Enum.GetValues<TEnum>())
        {
            if (System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(member.ToString()) == text)
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>The members of an enumeration, in lower camel case.</summary>
    public static IReadOnlyList<string> Members<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Select(m => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(m.ToString()))];

    /// <summary>The refusal of a value that does not suit the field it is for; nothing where it suits.</summary>
    public static IReadOnlyList<CrmError> Suits(bool suits, CrmErrorDescriber errors, string path, string name, string expected) =>
        suits ? Nothing : [errors.RuleValueInvalid($"{path}.{name}", name, expected)];
}
