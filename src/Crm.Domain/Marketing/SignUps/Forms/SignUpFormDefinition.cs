using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Marketing;

/// <summary>What a sign-up form asks, and what follows.</summary>
/// <param name="Language">The language that every text has; visitors of a language that is missing read it.</param>
/// <param name="Titles">The title by language.</param>
/// <param name="Fields">The fields in their order.</param>
/// <param name="Template">The message template of the confirmation: for e-mail, of a transactional purpose; it names <c>signUp.token</c> and may name <c>signUp.title</c>.</param>
public sealed record SignUpFormDefinition(LanguageTag Language, IReadOnlyDictionary<string, string> Titles, IReadOnlyList<SignUpField> Fields, string Template)
{
    /// <summary>Most fields.</summary>
    public const int MaxFields = 30;

    /// <summary>Most consents.</summary>
    public const int MaxConsents = 20;

    /// <summary>Longest text of one language.</summary>
    public const int MaxTextLength = 500;

    /// <summary>Longest name of a wording.</summary>
    public const int MaxWordingLength = 100;

    /// <summary>Longest time to confirm, in hours: 30 days.</summary>
    public const int MaxHours = 720;

    /// <summary>Longest definition as JSON.</summary>
    public const int MaxLength = 100_000;

    /// <summary>What the form says besides, by language.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The consents that are asked for.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<SignUpConsent> Consents { get; init; } = [];

    /// <summary>The name of this version of the words, which goes into the ledger of consents.</summary>
    /// <value>Null by default; a form that asks for consents has one.</value>
    public string? Wording { get; init; }

    /// <summary>For how many hours a sign-up can be confirmed.</summary>
    /// <value>48 by default; 1 to <see cref="MaxHours"/>.</value>
    public int ConfirmWithinHours { get; init; } = 48;

    /// <summary>Whether a visitor whom nobody knows is recorded as a customer at once, and not only with the confirmation.</summary>
    /// <value>False by default.</value>
    public bool CreatesBeforeConfirmation { get; init; }

    /// <summary>The static list that whoever confirms comes into.</summary>
    public string? List { get; init; }

    /// <summary>The journey that whoever confirms enters.</summary>
    public string? Journey { get; init; }

    /// <summary>The campaign that the form belongs to.</summary>
    public string? Campaign { get; init; }

    /// <summary>Reads a definition from JSON.</summary>
    /// <param name="json">The definition.</param>
    /// <param name="errors">The words of refusals; the built-in ones when null.</param>
    /// <returns>The definition, or <c>SignUpFormMalformed</c> for each place that is wrong.</returns>
    public static CrmResult<SignUpFormDefinition> Parse(string json, CrmErrorDescriber? errors = null) => SignUpFormJson.Read(json, errors ?? CrmErrorDescriber.Default);

    /// <summary>Writes the definition as JSON.</summary>
    /// <returns>The JSON that <see cref="Parse"/> reads.</returns>
    public string ToJson() => SignUpFormJson.Write(this);

    /// <summary>What is wrong with the definition.</summary>
    /// <param name="errors">The words of refusals; the built-in ones when null.</param>
    /// <returns><c>SignUpFormMalformed</c> for each place; empty when all is well.</returns>
    public IReadOnlyList<CrmError> Check(CrmErrorDescriber? errors = null) => SignUpFormChecks.Of(this, errors ?? CrmErrorDescriber.Default);

    /// <summary>The text of a language.</summary>
    /// <param name="texts">Texts by language.</param>
    /// <param name="language">The wanted language; null for the main one.</param>
    /// <returns>The text of the language, else of the same language elsewhere, else of <see cref="Language"/>; empty when there is none.</returns>
    public string TextIn(IReadOnlyDictionary<string, string> texts, LanguageTag? language)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return language is not null && texts.TryGetValue(language.Value, out var exact) ? exact
            : language is not null && texts.TryGetValue(language.Primary, out var near) ? near
            : texts.TryGetValue(Language.Value, out var main) ? main
            : string.Empty;
    }
}
