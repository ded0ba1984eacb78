namespace Crm.Domain.Marketing;

/// <summary>A field of a sign-up form.</summary>
/// <param name="Key">What programs call it: lower-case letters, digits and hyphens, a letter first.</param>
/// <param name="Target">Where the answer goes to in a new customer: one of the names below, or <see cref="CustomPrefix"/> with the key of a custom field.</param>
/// <param name="Texts">What it is called, by language.</param>
public sealed record SignUpField(string Key, string Target, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>The e-mail address to which the confirmation goes; every form has it once.</summary>
    public const string Email = "email";

    /// <summary>The given name.</summary>
    public const string GivenName = "givenName";

    /// <summary>The family name.</summary>
    public const string FamilyName = "familyName";

    /// <summary>A telephone number with its country code, such as <c>+39 02 1234 5678</c>.</summary>
    public const string Phone = "phone";

    /// <summary>Words that stay with the sign-up, as text.</summary>
    public const string Words = "words";

    /// <summary>What stands before the key of a custom field of customers.</summary>
    public const string CustomPrefix = "custom:";

    /// <summary>Longest key.</summary>
    public const int MaxKeyLength = 64;

    /// <summary>Longest answer in words.</summary>
    public const int MaxAnswerLength = 2_000;

    /// <summary>Whether it must be answered.</summary>
    /// <value>False by default; the e-mail address is always required.</value>
    public bool IsRequired { get; init; }

    /// <summary>The key of the custom field that it fills; null for another field.</summary>
    public string? CustomField => Target.StartsWith(CustomPrefix, StringComparison.Ordinal) ? Target[CustomPrefix.Length..] : null;

    internal bool HasKnownTarget => Target is Email or GivenName or FamilyName or Phone or Words || CustomField is { Length: > 0 };
}
