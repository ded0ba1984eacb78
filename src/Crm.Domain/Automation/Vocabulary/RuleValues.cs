namespace Crm.Domain.Automation;

/// <summary>What an action of a rule was given.</summary>
/// <param name="Values">The values by the names of the parameters: text, decimal number, or flag.</param>
public sealed record RuleValues(IReadOnlyDictionary<string, object> Values)
{
    /// <summary>A text.</summary>
    /// <param name="name">The parameter.</param>
    /// <returns>The text; null where it was not given.</returns>
    public string? Text(string name) => Values.GetValueOrDefault(name) as string;

    /// <summary>A number.</summary>
    /// <param name="name">The parameter.</param>
    /// <returns>The number; null where it was not given.</returns>
    public decimal? Number(string name) => Values.GetValueOrDefault(name) as decimal?;

    /// <summary>A flag.</summary>
    /// <param name="name">The parameter.</param>
    /// <returns>The flag; null where it was not given.</returns>
    public bool? Flag(string name) => Values.GetValueOrDefault(name) as bool?;
}
