using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Marketing;

/// <summary>Checks what visitors sent against their form, and reads it.</summary>
internal static class SignUpAnswers
{
    /// <summary>What is wrong with a request; nothing when all is well.</summary>
    public static IReadOnlyList<CrmError> Check(SignUpFormDefinition definition, SignUpRequest request, IReadOnlyList<CustomField> customFields, CrmErrorDescriber errors)
    {
        var found = new List<CrmError>();
        found.AddRange(request.Answers.Keys.Where(k => definition.Fields.All(f => f.Key != k)).Select(errors.SignUpFieldUnknown));
        found.AddRange(request.Agreed.Where(k => definition.Consents.All(c => c.Key != k)).Select(errors.SignUpFieldUnknown));
        foreach (var field in definition.Fields)
        {
            if (!request.Answers.TryGetValue(field.Key, out var text) || string.IsNullOrWhiteSpace(text))
            {
                if (field.IsRequired || field.Target == SignUpField.Email)
                {
                    found.Add(errors.SignUpFieldMissing(field.Key));
                }
            }
            else if (Unfit(field, text, customFields, errors) is { } expected)
            {
                found.Add(errors.SignUpFieldUnfit(field.Key, expected));
            }
        }

        found.AddRange(definition.Consents.Where(c => c.IsRequired && !request.Agreed.Contains(c.Key, StringComparer.Ordinal)).Select(c => errors.SignUpFieldMissing(c.Key)));
        return found;
    }

    /// <summary>The answer to the field of a target; null without one.</summary>
    public static string? Find(SignUpFormDefinition definition, IReadOnlyDictionary<string, string> answers, string target) =>
        definition.Fields.FirstOrDefault(f => f.Target == target) is { } field && answers.TryGetValue(field.Key, out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>The values of custom fields among the answers.</summary>
    public static IReadOnlyDictionary<string, CustomValue> CustomValues(SignUpFormDefinition definition, IReadOnlyDictionary<string, string> answers, IReadOnlyList<CustomField> customFields) => definition.Fields
        .Select(f => (Custom: customFields.FirstOrDefault(c => c.Key == f.CustomField), Text: answers.GetValueOrDefault(f.Key)))
        .Select(f => (f.Custom, Value: f.Custom is not null && CustomValue.TryParse(f.Custom.Type, f.Text, out var value) && f.Custom.CanTake(value) ? value : null))
        .Where(f => f.Value is not null).ToDictionary(f => f.Custom!.Key, f => f.Value!, StringComparer.Ordinal);

    // What was expected; null where the answer fits.
    private static string? Unfit(SignUpField field, string text, IReadOnlyList<CustomField> customFields, CrmErrorDescriber errors) => field.Target switch
    {
        SignUpField.Email => EmailAddress.TryParse(text.Trim(), out _) ? null : "name@example.org",
        SignUpField.Phone => PhoneNumber.TryParse(text, out _) ? null : "+39 02 1234 5678",
        SignUpField.GivenName or SignUpField.FamilyName => SingleLine.TryClean(text, PersonName.MaxPartLength, out _) ? null : $"≤ {PersonName.MaxPartLength}",
        SignUpField.Words => text.Length <= SignUpField.MaxAnswerLength && WellFormed.IsWellFormed(text) && !text.Contains('\0', StringComparison.Ordinal) ? null : $"≤ {SignUpField.MaxAnswerLength}",
        _ => customFields.FirstOrDefault(c => c.Key == field.CustomField) is { } custom && (!CustomValue.TryParse(custom.Type, text, out var value) || !custom.CanTake(value)) ? errors.NameOf(custom.Type) : null,
    };
}
