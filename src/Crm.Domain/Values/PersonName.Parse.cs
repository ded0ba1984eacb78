using System.Diagnostics.CodeAnalysis;

namespace Crm.Domain.Values;

/// <content>Reading a full name.</content>
public sealed partial record PersonName
{
    /// <summary>
    /// Splits a full name: <c>Family, Given Middle</c>, or given name first, with leading titles, trailing suffixes, a
    /// nickname in quotes or brackets, and a family name that starts at its first particle (<c>Ludwig van Beethoven</c>).
    /// One word becomes the given name, the family name where a title or suffix stands beside it (<c>Dr. Planck</c>); words
    /// in between become middle names. Where the order is not plain, ask the person: no rule splits every name rightly.
    /// </summary>
    /// <param name="full">The name; inner white space counts as one blank.</param>
    /// <returns>The parts.</returns>
    /// <exception cref="FormatException"><paramref name="full"/> has no name in it, or a part is too long or not one line.</exception>
    public static PersonName Parse(string full)
    {
        ArgumentNullException.ThrowIfNull(full);
        return TryParse(full, out var name) ? name : throw new FormatException("A personal name on one line was expected.");
    }

    /// <summary>Splits a full name as <see cref="Parse"/> does, without throwing.</summary>
    /// <param name="full">The name.</param>
    /// <param name="name">The parts, or null.</param>
    /// <returns>Whether there is a name.</returns>
    public static bool TryParse([NotNullWhen(true)] string? full, [NotNullWhen(true)] out PersonName? name)
    {
        name = null;
        if (!SingleLine.TryClean(full, 6 * MaxPartLength, out var text) || PersonNameParts.Split(text) is not { } parts)
        {
            return false;
        }

        string?[] all = [parts.Given, parts.Family, parts.Prefix, parts.Middle, parts.Suffix, parts.Nickname];
        if ((parts.Given ?? parts.Family) is null || all.Any(part => part?.Length > MaxPartLength))
        {
            return false;
        }

        name = new(parts.Given, parts.Family, parts.Prefix, parts.Middle, parts.Suffix, parts.Nickname);
        return true;
    }
}
