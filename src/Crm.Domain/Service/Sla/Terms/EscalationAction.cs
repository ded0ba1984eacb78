using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>One thing that is done at a level of escalation. Equal by value.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Value">To whom or what; see <see cref="EscalationActionKind"/>. One line of at most <see cref="MaxValueLength"/> characters.</param>
public sealed record EscalationAction(EscalationActionKind Kind, string? Value = null)
{
    /// <summary>Longest value.</summary>
    public const int MaxValueLength = 200;

    /// <summary>The priority to which a case is raised; null by one step, and for every other kind.</summary>
    public CasePriority? Priority => Kind == EscalationActionKind.RaisePriority && Enum.TryParse<CasePriority>(Value, ignoreCase: true, out var priority) && Enum.IsDefined(priority) ? priority : null;

    internal EscalationAction Checked()
    {
        var value = Guard.OptionalLine(Value, MaxValueLength);
        return Guard.Defined(Kind) switch
        {
            EscalationActionKind.Host when value is null => throw new ArgumentException("An action of the host needs its key.", nameof(Value)),
            EscalationActionKind.RaisePriority when value is not null && Priority is null => throw new ArgumentException("A priority was expected: Low, Normal, High, Urgent.", nameof(Value)),
            _ => this with { Value = value },
        };
    }
}
