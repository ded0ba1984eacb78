using System.Text.Json.Serialization;

namespace Crm.Domain.Values;

/// <summary>
/// A person's name in parts, in any script; a person with one name has a <see cref="Given"/> or a <see cref="Family"/>
/// alone. Each part is one trimmed line in NFC, otherwise untouched: no case is changed and no particle moved. Equal when
/// all parts are (ordinal); not ordered, since the order of names depends on the culture. There is no default value.
/// </summary>
public sealed partial record PersonName
{
    /// <summary>The most characters of each part.</summary>
    public const int MaxPartLength = 100;

    /// <summary>Makes a name; blank parts count as none.</summary>
    /// <param name="given">The given name.</param>
    /// <param name="family">The family name with its particles, such as <c>van den Berg</c>.</param>
    /// <param name="prefix">A title before the name, such as <c>Dr.</c></param>
    /// <param name="middle">Middle names or a patronymic.</param>
    /// <param name="suffix">What follows the name, such as <c>Jr.</c> or <c>PhD</c>.</param>
    /// <param name="nickname">What the person is called.</param>
    /// <exception cref="ArgumentException">Neither given nor family name is there, or a part is too long or not one line.</exception>
    public PersonName(
        string? given, string? family, string? prefix = null, string? middle = null, string? suffix = null, string? nickname = null)
    {
        Given = SingleLine.Optional(given, MaxPartLength, nameof(given));
        Family = SingleLine.Optional(family, MaxPartLength, nameof(family));
        Prefix = SingleLine.Optional(prefix, MaxPartLength, nameof(prefix));
        Middle = SingleLine.Optional(middle, MaxPartLength, nameof(middle));
        Suffix = SingleLine.Optional(suffix, MaxPartLength, nameof(suffix));
        Nickname = SingleLine.Optional(nickname, MaxPartLength, nameof(nickname));
        if (Given is null && Family is null)
        {
            throw new ArgumentException("A person has a given name or a family name.", nameof(given));
        }
    }

    /// <summary>The given name, or null.</summary>
    public string? Given { get; }

    /// <summary>The family name with its particles, or null.</summary>
    public string? Family { get; }

    /// <summary>A title before the name, or null.</summary>
    public string? Prefix { get; }

    /// <summary>Middle names or a patronymic, or null.</summary>
    public string? Middle { get; }

    /// <summary>What follows the name, or null.</summary>
    public string? Suffix { get; }

    /// <summary>What the person is called, or null; not part of <see cref="Full"/>.</summary>
    public string? Nickname { get; }

    /// <summary>The whole name, given name first: <c>Dr. Anna Maria van den Berg PhD</c>.</summary>
    [JsonIgnore]
    public string Full => Joined(Prefix, Given, Middle, Family, Suffix);

    /// <summary>The whole name, family name first without a comma, as in Hungarian, Chinese or Japanese: <c>Dr. Kovács Anna</c>.</summary>
    [JsonIgnore]
    public string FamilyFirst => Joined(Prefix, Family, Given, Middle, Suffix);

    /// <summary>The name as lists sort it: <c>van den Berg, Anna Maria</c>; the one part there is where the other is missing.</summary>
    [JsonIgnore]
    public string Sortable => Family is null || (Given ?? Middle) is null
        ? Joined(Family, Given, Middle)
        : $"{Family}, {Joined(Given, Middle)}";

    /// <summary>The whole name, given name first.</summary>
    /// <returns><see cref="Full"/>.</returns>
    public override string ToString() => Full;

    private static string Joined(params ReadOnlySpan<string?> parts)
    {
        var present = new List<string>(parts.Length);
        foreach (var part in parts)
        {
            if (part is not null)
            {
                present.Add(part);
            }
        }

        return string.Join(' ', present);
    }
}
