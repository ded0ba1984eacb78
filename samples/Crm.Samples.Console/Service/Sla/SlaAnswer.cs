using System.Collections;

namespace Crm.Samples.Console.Service.Sla;

/// <summary>What was reckoned for one case, by the names that the file's expectations have.</summary>
internal sealed record SlaAnswer(string Id, IReadOnlyDictionary<string, object?> Values)
{
    /// <summary>A value in one cell of a table.</summary>
    public object? Cell(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> members => string.Join(", ", members.Select(m => $"{m.Key} {Cell(m.Value) ?? "-"}")),
        string text => text,
        IEnumerable items => string.Join("; ", items.Cast<object?>().Select(Cell)),
        _ => value,
    };
}
