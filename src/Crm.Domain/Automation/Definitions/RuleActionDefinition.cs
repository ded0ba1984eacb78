namespace Crm.Domain.Automation;

/// <summary>One action of a rule, as data.</summary>
/// <param name="Do">Name of the action, such as <c>assign</c>.</param>
/// <param name="Values">What it takes: texts, decimal numbers, true and false, by the names of its parameters.</param>
public sealed record RuleActionDefinition(string Do, IReadOnlyDictionary<string, object> Values)
{
    /// <summary>The kind of record it is done to, such as <c>case</c>.</summary>
    /// <value>Null by default: the event's first record that the action knows.</value>
    public string? On { get; init; }

    /// <summary>An action written in code.</summary>
    /// <param name="name">Name of the action.</param>
    /// <param name="values">What it takes; whole numbers are taken as decimal ones.</param>
    /// <returns>The action.</returns>
    public static RuleActionDefinition Of(string name, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var taken = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (parameter, value) in values)
        {
            taken[parameter] = value is int whole ? (decimal)whole : value;
        }

        return new RuleActionDefinition(name, taken);
    }
}
