using Crm.Domain.Values;

namespace Crm.Domain.Marketing;

/// <summary>A sign-up form as a visitor sees it, in one language.</summary>
/// <param name="Form">The form's key.</param>
/// <param name="Title">The title.</param>
/// <param name="Text">What it says besides; empty for nothing.</param>
/// <param name="Language">The language that was wanted; the main one of the form where there was no wish.</param>
/// <param name="Fields">The fields in their order.</param>
/// <param name="Consents">The consents that it asks for.</param>
public sealed record OpenSignUpForm(string Form, string Title, string Text, LanguageTag Language, IReadOnlyList<OpenSignUpField> Fields, IReadOnlyList<OpenSignUpConsent> Consents)
{
    internal static OpenSignUpForm Of(string key, SignUpFormDefinition definition, LanguageTag? language) => new(
        key, definition.TextIn(definition.Titles, language), definition.TextIn(definition.Texts, language), language ?? definition.Language,
        [.. definition.Fields.Select(f => new OpenSignUpField(f.Key, f.CustomField is null ? f.Target : SignUpField.CustomPrefix.TrimEnd(':'), definition.TextIn(f.Texts, language), f.IsRequired || f.Target == SignUpField.Email))],
        [.. definition.Consents.Select(c => new OpenSignUpConsent(c.Key, definition.TextIn(c.Texts, language), c.IsRequired))]);
}

/// <summary>A field as a visitor sees it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Kind">What is expected: email, givenName, familyName, phone, words or custom.</param>
/// <param name="Text">What it is called.</param>
/// <param name="IsRequired">Whether it must be answered.</param>
public sealed record OpenSignUpField(string Key, string Kind, string Text, bool IsRequired);

/// <summary>A consent as a visitor sees it.</summary>
/// <param name="Key">Its key, such as <c>marketing/email</c>.</param>
/// <param name="Text">The words that are agreed to.</param>
/// <param name="IsRequired">Whether nobody signs up without it.</param>
public sealed record OpenSignUpConsent(string Key, string Text, bool IsRequired);
