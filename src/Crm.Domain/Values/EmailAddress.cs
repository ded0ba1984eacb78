using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Crm.Domain.Values;

/// <summary>
/// An e-mail address as a customer gives it: <c>local@domain</c> by RFC 5321 with a plain or quoted local part, in any
/// script (RFC 6531) and with an international domain. Refused are comments, folded white space, address literals such as
/// <c>[192.0.2.1]</c>, an all-digit top-level domain and more than 64 octets before the @ or 254 in all. Equal when
/// <see cref="Value"/> is (ordinal); ordered by <see cref="Normalized"/>, the key by which two addresses are the same
/// mailbox. There is no default value.
/// </summary>
[JsonConverter(typeof(ValueJsonConverter<EmailAddress>))]
public sealed record EmailAddress : IComparable<EmailAddress>, IParsable<EmailAddress>
{
    /// <summary>The most octets (in UTF-8) of an address, and the most characters of either form.</summary>
    public const int MaxLength = 254;

    private EmailAddress(string value, string normalized)
    {
        Value = value;
        Normalized = normalized;
    }

    /// <summary>The address as given, without surrounding blanks.</summary>
    public string Value { get; }

    /// <summary>
    /// The comparison key: local part folded (<see cref="FoldedText"/>) and unquoted where quotes change nothing, domain in
    /// lower-case ASCII (Punycode). Mail is sent to <see cref="Value"/>: a few old systems mind the case of the local part.
    /// </summary>
    public string Normalized { get; }

    /// <summary>The domain in lower-case ASCII.</summary>
    [JsonIgnore]
    public string Domain => Normalized[(Normalized.LastIndexOf('@') + 1)..];

    /// <summary>Reads an address.</summary>
    /// <param name="text">The address; blanks around it are dropped.</param>
    /// <returns>The address.</returns>
    /// <exception cref="FormatException"><paramref name="text"/> is not an address of the accepted kind.</exception>
    public static EmailAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var address)
            ? address
            : throw new FormatException("An e-mail address was expected, such as name@example.org.");
    }

    /// <summary>Reads an address without throwing.</summary>
    /// <param name="text">The address; blanks around it are dropped.</param>
    /// <param name="address">The address, or null.</param>
    /// <returns>Whether <paramref name="text"/> is an address of the accepted kind.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = EmailSyntax.TryNormalize(text, out var value, out var normalized) ? new(value, normalized) : null;
        return address is not null;
    }

    /// <inheritdoc />
    static EmailAddress IParsable<EmailAddress>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc />
    static bool IParsable<EmailAddress>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out EmailAddress result) =>
        TryParse(s, out result);

    /// <summary>Whether both addresses name the same mailbox, as far as that can be told from outside.</summary>
    /// <param name="other">The other address.</param>
    /// <returns>Whether the normalised forms are equal.</returns>
    public bool IsSameMailboxAs(EmailAddress? other) => string.Equals(Normalized, other?.Normalized, StringComparison.Ordinal);

    /// <inheritdoc />
    public bool Equals(EmailAddress? other) => other is not null && string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public int CompareTo(EmailAddress? other) => string.CompareOrdinal(Normalized, other?.Normalized);

    /// <summary>The address as given.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
