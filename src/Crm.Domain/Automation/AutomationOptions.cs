using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>What a host settles about rules and webhooks.</summary>
public sealed class AutomationOptions
{
    /// <summary>The rules that the host writes in code.</summary>
    /// <value>Empty by default.</value>
    public IList<CodeRule> Rules { get; } = [];

    /// <summary>How many rules may follow from each other before the next one is refused.</summary>
    /// <value>5 by default; 1 to <see cref="RuleChain.MaxDepth"/>.</value>
    public int MaxDepth { get; set; } = 5;

    /// <summary>After how many failed tries a run is parked with its reason.</summary>
    /// <value>5 by default; at least 1.</value>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>How long a failed run waits before its second try; every further wait is twice as long, up to a day.</summary>
    /// <value>10 seconds by default; more than zero.</value>
    public Duration FirstWait { get; set; } = Duration.FromSeconds(10);

    /// <summary>How many days the log of runs and of webhook deliveries is kept; what waits to be tried again stays longer.</summary>
    /// <value>180 by default; at least 1. Lead times of rules reach back as far.</value>
    public int KeepDays { get; set; } = 180;

    /// <summary>Processes of the host's own whose lead times are measured, beside <see cref="LeadTimeProcess.BuiltIn"/>.</summary>
    /// <value>Empty by default.</value>
    public IList<LeadTimeProcess> Processes { get; } = [];

    /// <summary>How webhooks are sent.</summary>
    public WebhookOptions Webhooks { get; } = new();

    internal bool IsUsable =>
        MaxDepth is >= 1 and <= RuleChain.MaxDepth && MaxAttempts >= 1 && FirstWait > Duration.Zero && KeepDays >= 1 && Webhooks.IsUsable
        && Rules.Select(r => r.Key).Distinct(StringComparer.Ordinal).Count() == Rules.Count;

    /// <summary>How long a run waits after so many failed tries.</summary>
    internal Duration WaitAfter(int attempts) => Doubled(FirstWait, attempts, Duration.FromDays(1));

    internal static Duration Doubled(Duration first, int attempts, Duration longest) =>
        attempts > 30 ? longest : Duration.Min(longest, first * (1L << Math.Max(0, attempts - 1)));
}
