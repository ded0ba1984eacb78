using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>One step on the way to a breach or after it. Equal by value.</summary>
public sealed record EscalationLevel
{
    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 60;

    /// <summary>Most actions of one level.</summary>
    public const int MaxActions = 20;

    /// <summary>Name of the level that every target has without being told.</summary>
    public const string BreachName = "breach";

    /// <summary>The breach that every target has: raised at the due instant, with no action of its own.</summary>
    public static EscalationLevel Breach { get; } = new() { Name = BreachName, At = EscalationMoment.Breach };

    /// <summary>The warning that a policy has by default: when three quarters of the time are used up, the assignee is told.</summary>
    public static EscalationLevel Warning { get; } = new() { Name = "warning", At = EscalationMoment.AtShare(0.75m), Actions = [new(EscalationActionKind.Notify)] };

    /// <summary>Its name, unique in the policy without regard to case; a level named <see cref="BreachName"/> gives the breach its actions.</summary>
    public required string Name { get; init; }

    /// <summary>The target that it watches.</summary>
    /// <value>Null by default: every target.</value>
    public SlaTarget? Target { get; init; }

    /// <summary>When it comes.</summary>
    public required EscalationMoment At { get; init; }

    /// <summary>What is done then, in this order.</summary>
    /// <value>Empty by default: it is raised as an event, no more.</value>
    public IReadOnlyList<EscalationAction> Actions { get; init; } = [];

    /// <inheritdoc />
    public bool Equals(EscalationLevel? other) => other is not null && Name == other.Name && Target == other.Target && At == other.At && Actions.SequenceEqual(other.Actions);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, Target, At, Actions.Count);

    internal EscalationLevel Checked()
    {
        var name = Guard.Line(Name, MaxNameLength);
        if (At is null || Actions is null || Actions.Count > MaxActions)
        {
            throw new ArgumentException($"A level has a moment and at most {MaxActions} actions.", nameof(Actions));
        }

        if (string.Equals(name, BreachName, StringComparison.OrdinalIgnoreCase) && At != EscalationMoment.Breach)
        {
            throw new ArgumentException("The breach comes at the due instant.", nameof(At));
        }

        if (Target is { } target)
        {
            Guard.Defined(target, nameof(Target));
        }

        return this with { Name = name, Actions = [.. Actions.Select(a => a.Checked())] };
    }
}
