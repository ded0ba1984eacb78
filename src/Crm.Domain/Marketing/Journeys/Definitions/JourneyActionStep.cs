using Crm.Domain.Automation;

namespace Crm.Domain.Marketing;

/// <summary>Something is done: a message, a tag, a field, a task, a list, a call of the host, or the end.</summary>
public sealed record JourneyActionStep : JourneyStep
{
    /// <summary>The action that ends the journey.</summary>
    public const string End = "end";

    /// <summary>The action that sends a message.</summary>
    public const string Send = "sendMessage";

    /// <summary>A step that acts.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="action">The action: one of automation that is done to customers or to nobody in particular, or <see cref="End"/>.</param>
    /// <param name="next">The step that follows; null when the journey ends there.</param>
    public JourneyActionStep(string key, RuleActionDefinition action, string? next = null)
        : base(key) => (Action, Next) = (action, next);

    /// <summary>The action.</summary>
    public RuleActionDefinition Action { get; }

    /// <summary>The step that follows; null when the journey ends there.</summary>
    public string? Next { get; }

    internal bool IsEnd => Action.Do == End;

    internal override IEnumerable<(string Member, string Key)> Followers => Named(("next", Next));
}
