using System.Globalization;

namespace Crm.Domain.Values;

/// <summary>The lengths of the numbers that begin with one of some digits, or with a whole group.</summary>
/// <param name="Mask">Bit n is set where n digits are a length.</param>
/// <param name="Leading">The first digits, each standing alone, or the group.</param>
/// <param name="IsGroup">Whether <paramref name="Leading"/> is one group.</param>
internal readonly record struct NumberLength(int Mask, string Leading, bool IsGroup)
{
    /// <summary>Reads entries such as <c>9-10:1</c>, <c>7/9:23</c> and <c>7=310</c>, groups first.</summary>
    public static NumberLength[] ReadAll(string facts) => [.. facts.Split(',').Select(Read).OrderByDescending(length => length.IsGroup)];

    public bool Leads(ReadOnlySpan<char> number) =>
        IsGroup
            ? number.StartsWith(Leading, StringComparison.Ordinal)
            : number.Length > 0 && Leading.Contains(number[0], StringComparison.Ordinal);

    public bool Admits(int length) => length < 31 && (Mask & (1 << length)) != 0;

    private static NumberLength Read(string fact)
    {
        var separator = fact.IndexOfAny([':', '=']);
        var mask = 0;
        foreach (var range in fact[..separator].Split('/'))
        {
            var ends = range.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray();
            for (var length = ends[0]; length <= ends[^1]; length++)
            {
                mask |= 1 << length;
            }
        }

        return new(mask, fact[(separator + 1)..], fact[separator] == '=');
    }
}
