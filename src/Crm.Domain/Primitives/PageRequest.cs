namespace Crm.Domain.Primitives;

/// <summary>Which page of a list is wanted.</summary>
public sealed record PageRequest
{
    /// <summary>Most rows a page can have.</summary>
    public const int MaxTake = 1000;

    /// <summary>The first 50 rows.</summary>
    public static PageRequest First { get; } = new();

    /// <summary>How many rows.</summary>
    /// <value>1 to <see cref="MaxTake"/>; 50 by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public int Take
    {
        get;
        init => field = value is >= 1 and <= MaxTake
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"A page has 1 to {MaxTake} rows.");
    } = 50;

    /// <summary>Continue after this row, the <see cref="Page{T}.Next"/> of the page before.</summary>
    /// <value>Null by default: from the start.</value>
    public PageKey? After { get; init; }
}
